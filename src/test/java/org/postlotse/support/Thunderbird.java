package org.postlotse.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The real Thunderbird, where it is installed: without a window, with a fresh profile, in a network that is as small as
 * the test wants it. Scripts below {@code src/test/resources/thunderbird} work its own windows and its own code.
 */
public final class Thunderbird implements AutoCloseable {
    private final ServerProcess process;
    private final Marionette control;

    private Thunderbird(ServerProcess process, Marionette control) {
        this.process = process;
        this.control = control;
    }

    /**
     * Starts it, for the first time or again.
     *
     * @param profile where it keeps its things; a new one need not exist
     * @param language one that is installed
     * @param authority it trusts this one, too
     */
    public static Thunderbird in(Path profile, String language, SmallInternet internet, X509Certificate authority) {
        var port = profile.resolve("MarionetteActivePort");
        try {
            Files.createDirectories(profile);
            Files.deleteIfExists(port);
            Files.writeString(profile.resolve("user.js"), written(settings(language, internet.port())));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        var command = List.of(
                RealPart.THUNDERBIRD.program(0).toString(),
                "--headless",
                "--no-remote",
                "--marionette",
                "--remote-allow-system-access",
                "--profile",
                profile.toAbsolutePath().toString());
        var process = ServerProcess.start(command, profile.resolve("output"), () -> number(port) > 0);
        try {
            var thunderbird = new Thunderbird(process, Marionette.at(number(port)));
            thunderbird.run("begin", Base64.getEncoder().encodeToString(authority.getEncoded()));
            return thunderbird;
        } catch (CertificateEncodingException | RuntimeException | AssertionError failed) {
            process.close();
            throw new IllegalStateException(process.output(), failed);
        }
    }

    /** Runs a script, which finds its arguments in {@code given}; what it returns. */
    public JsonNode run(String script, Object... arguments) {
        return control.run(resource("common") + resource(script), arguments);
    }

    private static int number(Path file) {
        try {
            var words = Files.exists(file) ? Files.readString(file).strip() : "";
            return words.isEmpty() ? 0 : Integer.parseInt(words);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static String resource(String name) {
        try (var script = Thunderbird.class.getResourceAsStream("/thunderbird/" + name + ".js")) {
            if (script == null) throw new IllegalArgumentException(name);
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, Object> settings(String language, int socks) {
        var settings = new TreeMap<String, Object>();
        settings.put("marionette.port", 0);
        settings.put("intl.locale.requested", language);
        settings.put("extensions.autoDisableScopes", 0); // a language that a package has brought is not asked about
        // everything goes through the proxy, host names unresolved, loopback included; never past it
        settings.put("network.proxy.type", 1);
        settings.put("network.proxy.socks", "127.0.0.1");
        settings.put("network.proxy.socks_port", socks);
        settings.put("network.proxy.socks_version", 5);
        settings.put("network.proxy.socks_remote_dns", true);
        settings.put("network.proxy.socks5_remote_dns", true);
        settings.put("network.proxy.allow_hijacking_localhost", true);
        settings.put("network.proxy.failover_direct", false);
        settings.put("network.dns.disablePrefetch", true);
        settings.put("network.trr.mode", 5);
        // tests change the world between two questions
        settings.put("browser.cache.disk.enable", false);
        settings.put("browser.cache.memory.enable", false);
        // it asks nobody for anything by itself
        settings.put("app.update.auto", false);
        settings.put("app.normandy.enabled", false);
        settings.put("datareporting.healthreport.uploadEnabled", false);
        settings.put("datareporting.policy.dataSubmissionEnabled", false);
        settings.put("extensions.update.enabled", false);
        settings.put("extensions.getAddons.cache.enabled", false);
        settings.put("extensions.blocklist.enabled", false);
        settings.put("mail.inappnotifications.enabled", false);
        settings.put("mailnews.start_page.enabled", false);
        settings.put("media.gmp-manager.updateEnabled", false);
        settings.put("network.captive-portal-service.enabled", false);
        settings.put("network.connectivity-service.enabled", false);
        settings.put("security.OCSP.enabled", 0);
        settings.put("services.settings.server", "data:,#remote-settings-dummy/v1"); // its tests' own word for "none"
        settings.put("toolkit.telemetry.enabled", false);
        // a button can be pressed as soon as it is there
        settings.put("security.dialog_enable_delay", 0);
        // and asks the person in front of it for nothing either
        settings.put("app.donation.eoy.version.viewed", 999);
        settings.put("mail.provider.suppress_dialog_on_startup", true);
        settings.put("mail.shell.checkDefaultClient", false);
        settings.put("mail.spotlight.firstRunDone", true);
        settings.put("mail.winsearch.firstRunDone", true);
        return settings;
    }

    private static String written(Map<String, Object> settings) {
        return settings.entrySet().stream()
                .map(setting -> "user_pref(\"%s\", %s);\n".formatted(setting.getKey(), literal(setting.getValue())))
                .collect(Collectors.joining());
    }

    private static String literal(Object value) {
        return value instanceof String words ? "\"" + words + "\"" : value.toString();
    }

    /** Ends it; when this returns it writes into its profile no more. */
    @Override
    public void close() {
        try (control) {
            control.quit();
        } finally {
            process.close();
        }
    }
}
