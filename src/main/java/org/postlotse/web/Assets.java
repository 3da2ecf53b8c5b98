package org.postlotse.web;

import io.quarkus.runtime.util.ClassPathUtils;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.FileSystemAccess;
import io.vertx.ext.web.handler.StaticHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Styles, scripts and drawings of our own. Their path carries a digest of them all, so browsers may keep them a year. */
@Singleton
public final class Assets {
    private final String digest;

    @Inject
    Assets() {
        digest = digest();
    }

    /** Where the assets lie, without a slash at its end. */
    public String path() {
        return "/assets/" + digest;
    }

    void serve(@Observes Router router) {
        var files = StaticHandler.create(FileSystemAccess.RELATIVE, "assets")
                .setDirectoryListing(false)
                .setIncludeHidden(false)
                .setCachingEnabled(false);
        router.route("/assets/:digest/*").handler(context -> {
            context.response().putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable");
            files.handle(context);
        });
    }

    private static String digest() {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            ClassPathUtils.consumeAsPaths("assets", folder -> {
                try (var files = Files.walk(folder)) {
                    files.filter(Files::isRegularFile).sorted().forEach(file -> sha256.update(bytes(file)));
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            });
            return HexFormat.of().formatHex(sha256.digest(), 0, 8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
