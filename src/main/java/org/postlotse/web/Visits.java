package org.postlotse.web;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postlotse.catalogue.Catalogue;
import org.postlotse.web.Frame.Translation;
import org.postlotse.web.look.Looks;

/**
 * Reads from a request who visits: the language is the first part of the path, German where nothing tells; the brand is
 * that of the host, the main one where the host is nobody's. What a request says of its host is only ever compared.
 */
@Singleton
public final class Visits {
    private static final Locale FIRST = Locale.GERMAN;

    private final Texts texts;
    private final Catalogue catalogue;
    private final Assets assets;
    private final Looks looks;
    private final Proxies proxies;

    @Inject
    Visits(Texts texts, Catalogue catalogue, Assets assets, Looks looks, Proxies proxies) {
        this.texts = texts;
        this.catalogue = catalogue;
        this.assets = assets;
        this.looks = looks;
        this.proxies = proxies;
    }

    /**
     * The visit of a page.
     *
     * @throws NotFoundException when the path begins with no language of ours
     */
    public Visit ofPage(HttpServerRequest request) {
        if (languageOf(path(request)).isEmpty()) throw new NotFoundException();
        return of(request);
    }

    /** The visit, whatever was asked for. */
    public Visit of(HttpServerRequest request) {
        var path = path(request);
        var inPath = languageOf(path);
        var language = inPath.orElseGet(() -> preferred(request));
        var brand = catalogue.brandAt(proxies.host(request));
        return new Visit(
                new Frame(
                        language,
                        brand,
                        looks.of(brand),
                        assets.path(),
                        "/" + language.toLanguageTag(),
                        inPath.isPresent()
                                ? translations(language, path)
                                : translations(language, "/" + language.toLanguageTag())),
                Optional.ofNullable(request.getHeader("User-Agent")).orElse(""),
                proxies.network(request));
    }

    /** The language that the browser prefers among ours; German unless it clearly asks for another. */
    public Locale preferred(HttpServerRequest request) {
        try {
            var wanted = Locale.LanguageRange.parse(
                    Optional.ofNullable(request.getHeader("Accept-Language")).orElse("de"));
            return Optional.ofNullable(Locale.lookup(wanted, texts.languages())).orElse(FIRST);
        } catch (IllegalArgumentException nonsense) {
            return FIRST;
        }
    }

    private static String path(HttpServerRequest request) {
        return Optional.ofNullable(request.path()).orElse("/");
    }

    private Optional<Locale> languageOf(String path) {
        var first = path.split("/", 3);
        return first.length < 2
                ? Optional.empty()
                : texts.languages().stream()
                        .filter(language -> language.toLanguageTag().equals(first[1]))
                        .findFirst();
    }

    private List<Translation> translations(Locale language, String path) {
        var rest = path.substring(language.toLanguageTag().length() + 1);
        return texts.languages().stream()
                .filter(other -> !other.equals(language))
                .sorted(Comparator.comparing(Locale::toLanguageTag))
                .map(other -> new Translation(
                        other.toLanguageTag(), other.getDisplayLanguage(other), "/" + other.toLanguageTag() + rest))
                .toList();
    }
}
