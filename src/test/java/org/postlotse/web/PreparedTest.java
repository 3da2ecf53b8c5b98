package org.postlotse.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postlotse.document.Document;
import org.postlotse.document.WrittenDocument;
import org.postlotse.web.PreparedDocuments.Asked;

class PreparedTest {
    private static final String TEXT = "<?xml version=\"1.0\"?><a>ü</a>\n".repeat(20);
    private static final Document XML = WrittenDocument.of("text/xml; charset=utf-8", TEXT);
    private static final Asked ASKED = new Asked("some-format", "example.test", "");

    @Test
    void is_the_same_text_in_every_form() throws Exception {
        var prepared = Prepared.of(XML);
        assertThat(prepared.form(null).bytes().toString()).isEqualTo(TEXT);
        var zipped = new ByteArrayInputStream(prepared.form("gzip").bytes().getBytes());
        assertThat(new String(new GZIPInputStream(zipped).readAllBytes(), UTF_8))
                .isEqualTo(TEXT);
        if (!Brotli4jLoader.isAvailable())
            return; // no such library for this machine: the next test says what happens then
        var brotli = new ByteArrayInputStream(prepared.form("br").bytes().getBytes());
        assertThat(new String(new BrotliInputStream(brotli).readAllBytes(), UTF_8))
                .isEqualTo(TEXT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip | gzip",
                "GZIP | gzip",
                "deflate, gzip;q=0.5 | gzip",
                "gzip;q=0 | identity",
                "gzip; q=0.000 | identity",
                "gzip;q=0.001 | gzip",
                "identity | identity",
                "* | identity",
                "gzipped | identity",
                ",;=,, | identity",
                "'' | identity",
            })
    void is_sent_in_the_form_that_is_asked_for(String acceptEncoding, String coding) {
        assertThat(Prepared.of(XML).form(acceptEncoding).coding()).isEqualTo(coding);
    }

    @Test
    void is_smallest_by_Brotli_where_that_runs() {
        assertThat(Prepared.of(XML).form("gzip, deflate, br, zstd").coding())
                .isEqualTo(Brotli4jLoader.isAvailable() ? "br" : "gzip");
    }

    @Test
    void is_never_touched_where_a_digest_stands_in_DNS() {
        var pacc = Prepared.of(WrittenDocument.of("application/json", "{}".repeat(500)));
        assertThat(pacc.compressed()).isEmpty();
        assertThat(pacc.form("gzip, br").coding()).isEqualTo("identity");
    }

    @Test
    void has_a_tag_of_its_bytes_in_each_form() {
        var prepared = Prepared.of(XML);
        assertThat(prepared.form(null).tag()).isNotEqualTo(prepared.form("gzip").tag());
        assertThat(Prepared.of(WrittenDocument.of("text/xml", TEXT)).plain().tag())
                .hasToString(prepared.plain().tag().toString());
        assertThat(Prepared.of(WrittenDocument.of("text/xml", TEXT + " "))
                        .plain()
                        .tag()
                        .toString())
                .isNotEqualTo(prepared.plain().tag().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"abc\"", "W/\"abc\"", "\"x\", \"abc\"", "*", " \"abc\" "})
    void is_known_to_who_names_its_tag(String ifNoneMatch) {
        assertThat(Preference.has(ifNoneMatch, "\"abc\"")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "\"ab\"", "\"abc", "w/\"abc\"", "\"abc-gzip\"", ",", "* *"})
    void is_new_to_everybody_else(String ifNoneMatch) {
        assertThat(Preference.has(ifNoneMatch, "\"abc\"")).isFalse();
        assertThat(Preference.has(null, "\"abc\"")).isFalse();
    }

    @Test
    void is_kept_for_ten_seconds_and_made_again_only_when_it_says_something_else() {
        var now = new AtomicReference<>(Instant.EPOCH);
        var documents = new PreparedDocuments(clock(now));
        assertThat(documents.find(ASKED)).isEmpty();
        var first = documents.keep(ASKED, XML);
        now.set(Instant.EPOCH.plus(Duration.ofMillis(9_999)));
        assertThat(documents.find(ASKED)).containsSame(first);
        now.set(Instant.EPOCH.plus(Duration.ofSeconds(10)));
        assertThat(documents.find(ASKED)).isEmpty();
        assertThat(documents.keep(ASKED, XML)).isSameAs(first);
        assertThat(documents.find(ASKED)).containsSame(first);
        var other = documents.keep(ASKED, WrittenDocument.of("text/xml; charset=utf-8", TEXT + "\n"));
        assertThat(documents.find(ASKED)).isEqualTo(Optional.of(other));
        assertThat(other.plain().bytes().toString()).endsWith("\n\n");
    }

    private static Clock clock(AtomicReference<Instant> now) {
        return new Clock() {
            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        };
    }
}
