package org.postlotse.web.look;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.postlotse.catalogue.Brand;
import org.postlotse.catalogue.Fault;
import org.postlotse.catalogue.SettingsCheck;
import org.postlotse.web.look.LookConfig.LookKeys;
import org.postlotse.web.look.LookReader.Files;

/** All brands' looks, read once at start and served under paths that carry their digest. */
@Singleton
public final class Looks implements SettingsCheck {
    private static final Logger LOG = Logger.getLogger(Looks.class);

    private final Map<String, Look> looks = new HashMap<>();
    private final Map<String, Served> served = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    private record Served(String contentType, byte[] bytes) {}

    @Inject
    Looks(LookConfig config) {
        read(Brand.MAIN, "postlotse.look.", config.look());
        config.brands().forEach((id, brand) -> read(id, "postlotse.brands." + id + ".look.", brand.look()));
    }

    /** How a brand looks. */
    public Look of(Brand brand) {
        return looks.getOrDefault(brand.id(), Look.USUAL);
    }

    @Override
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    private void read(String id, String prefix, LookKeys config) {
        var reader = new LookReader(prefix);
        var files = reader.read(config);
        faults.addAll(reader.faults());
        reader.corrections().forEach(LOG::warn);
        var place = "/look/" + digest(files) + "/" + id;
        looks.put(
                id,
                new Look(
                        files.style().map(style -> serve(place + ".css", new Served("text/css; charset=utf-8", style))),
                        files.logo().map(logo -> serve(place + "." + logo.suffix(), logo)),
                        files.logoDark().map(logo -> serve(place + "-dark." + logo.suffix(), logo))));
    }

    private String serve(String path, Logo logo) {
        return serve(path, new Served(logo.contentType(), logo.bytes()));
    }

    private String serve(String path, Served file) {
        served.put(path, file);
        return path;
    }

    void bind(@Observes Router router) {
        served.forEach((path, file) -> router.route(path)
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .handler(context -> answer(context.request(), file)));
    }

    private static void answer(HttpServerRequest request, Served file) {
        var response = request.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, file.contentType())
                .putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable");
        if (request.method().equals(HttpMethod.HEAD))
            response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(file.bytes().length))
                    .end();
        else response.end(Buffer.buffer(file.bytes()));
    }

    private static String digest(Files files) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            LookReader.bytes(files).forEach(file -> {
                sha256.update((byte) 0);
                file.ifPresent(sha256::update);
            });
            return HexFormat.of().formatHex(sha256.digest(), 0, 8);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
