package org.postlotse.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;

/** What an imported file can not tell, or does not tell: an option for each, and what stands in for it. */
final class Additions {
    private static final Map<String, String> OPTIONS = Map.of(
            "public-url", "--public-url",
            "provider.webmail", "--webmail",
            "provider.help", "--help-page",
            "provider.phone", "--phone",
            "provider.hours", "--hours",
            "cut-off", "--cut-off");

    @CommandLine.Option(names = "--public-url", description = "Where customers will reach these pages.")
    private Optional<String> publicUrl = Optional.empty();

    @CommandLine.Option(names = "--webmail", description = "Your webmail's address.")
    private Optional<String> webmail = Optional.empty();

    @CommandLine.Option(names = "--help-page", description = "Your own help pages' address.")
    private Optional<String> help = Optional.empty();

    @CommandLine.Option(names = "--phone", description = "The number that customers call.")
    private Optional<String> phone = Optional.empty();

    @CommandLine.Option(names = "--hours", description = "When the phone is answered.")
    private Optional<String> hours = Optional.empty();

    @CommandLine.Option(names = "--cut-off", description = "The first day with encrypted connections only.")
    private Optional<String> cutOff = Optional.empty();

    private final Map<String, String> guessed = new LinkedHashMap<>();

    /** Which option gives a setting. */
    static String option(String key) {
        return OPTIONS.getOrDefault(key.substring("postlotse.".length()), "");
    }

    String publicUrl(String domain) {
        return or("public-url", publicUrl, Optional.empty(), "https://postlotse." + domain);
    }

    String webmail(Optional<String> inFile, String domain) {
        return or("provider.webmail", webmail, inFile, "https://webmail." + domain + "/");
    }

    String help(Optional<String> inFile, String domain) {
        return or("provider.help", help, inFile, "https://www." + domain + "/");
    }

    String phone() {
        return or("provider.phone", phone, Optional.empty(), "0000 000000");
    }

    String hours() {
        return or("provider.hours", hours, Optional.empty(), "00–00");
    }

    /** A day that nobody takes for a promise. */
    String cutOff() {
        return or("cut-off", cutOff, Optional.empty(), "2099-12-31");
    }

    /** What stands in for something, by its key. */
    Map<String, String> guessed() {
        return Map.copyOf(guessed);
    }

    private String or(String key, Optional<String> option, Optional<String> inFile, String standIn) {
        return option.or(() -> inFile).orElseGet(() -> {
            guessed.put("postlotse." + key, standIn);
            return standIn;
        });
    }
}
