package org.postlotse.paper;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Prints pages as PDF, a few at a time. */
@Singleton
public final class Press {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String FONT = "Liberation Sans";

    private final Semaphore places;
    private final Duration patience;

    /** One page for each processor at a time. */
    @Inject
    public Press() {
        this(Runtime.getRuntime().availableProcessors(), PATIENCE);
    }

    Press(int atOnce, Duration patience) {
        XRLog.setLoggingEnabled(false); // it would tell what stands on the page
        this.places = new Semaphore(atOnce);
        this.patience = patience;
    }

    /**
     * Prints a page.
     *
     * @param xhtml well-formed, with its style and its pictures ({@code data:}) in it; {@code lang} and {@code title} are
     *     taken over
     * @return PDF; empty when too many others print, and waiting took too long
     * @throws IllegalArgumentException for what is not well-formed
     */
    public Optional<byte[]> print(String xhtml) {
        var page = read(inItsLetters(xhtml));
        if (!place()) return Optional.empty();
        try {
            return Optional.of(print(page));
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        } finally {
            places.release();
        }
    }

    /** Signs of programs that the font lacks, as the ones in it that look most like them. */
    private static String inItsLetters(String xhtml) {
        return xhtml.replace('⚙', '☼').replace('✓', '√');
    }

    private boolean place() {
        try {
            return places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static byte[] print(Document page) throws IOException {
        var bytes = new ByteArrayOutputStream();
        new PdfRendererBuilder()
                .usePdfUaAccessibility(true)
                .useFont(font("Regular"), FONT, 400, FontStyle.NORMAL, true)
                .useFont(font("Bold"), FONT, 700, FontStyle.NORMAL, true)
                .useUriResolver((base, address) -> address.startsWith("data:") ? address : "")
                .withProducer("Postlotse")
                .withW3cDocument(page, "data:,")
                .toStream(bytes)
                .run();
        return bytes.toByteArray();
    }

    private static FSSupplier<InputStream> font(String style) {
        return () -> Objects.requireNonNull(
                Press.class.getResourceAsStream("/liberation/LiberationSans-" + style + ".ttf"), style);
    }

    private static Document read(String xhtml) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            var reader = factory.newDocumentBuilder();
            reader.setErrorHandler(null);
            return reader.parse(new InputSource(new StringReader(xhtml)));
        } catch (SAXException malformed) {
            throw new IllegalArgumentException("not well-formed: " + malformed.getMessage(), malformed);
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        } catch (ParserConfigurationException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
