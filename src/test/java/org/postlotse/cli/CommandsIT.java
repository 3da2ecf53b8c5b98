package org.postlotse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postlotse.support.DnsServer;

/** The packaged jar at a terminal, as an operator uses it. */
class CommandsIT {
    private static final Path JAR =
            Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();
    private static final Path EXAMPLE = Path.of("src/docs/example/application.yaml");

    @TempDir
    private Path home;

    private record Said(int status, String out, String err) {}

    @BeforeEach
    void configure() throws IOException {
        Files.createDirectory(home.resolve("config"));
        Files.copy(EXAMPLE, settings());
    }

    @Test
    void config_prints_what_was_understood_and_opens_no_database() throws Exception {
        var said = run("", "config");

        assertThat(said.status()).isZero();
        assertThat(said.out()).contains("public-url: https://sicher.example.test", "port: 587", "cut-off: 2024-09-20");
        assertThat(home.resolve("data")).doesNotExist();
    }

    @Test
    void every_fault_is_named_with_its_key_and_nothing_starts() throws Exception {
        edit("port: 995", "port: 99500");
        edit("security: starttls", "security: none");
        edit("cut-off: 2024-09-20", "cut-of: 2024-09-20");

        var said = run("", "serve");

        assertThat(said.status()).isEqualTo(1);
        assertThat(said.err())
                .contains("4 faults")
                .contains("postlotse.servers[0].port: is “99500”; write a port from 1 to 65535")
                .contains("postlotse.servers[2].security: is “none”; write tls or starttls")
                .contains("postlotse.cut-off: is missing; write a date")
                .contains("postlotse.cut-of: is not a setting; did you mean postlotse.cut-off?")
                .doesNotContain("\tat ");
    }

    @Test
    void a_brands_faults_are_named_and_a_weak_colour_is_said() throws Exception {
        var brand = """

                  brands:
                    nord:
                      public-url: https://sicher.nordpost.test
                      provider: { id: nordpost.test, name: Nordpost, short-name: Nord }
                      domains: [nordpost.test]
                      look: { accent: "#ffd400" }
                """;
        Files.writeString(settings(), Files.readString(settings()).stripTrailing() + brand);

        var right = run("", "config");

        assertThat(right.status()).isZero();
        assertThat(right.out()).contains("    nord:\n      public-url: https://sicher.nordpost.test");
        assertThat(right.err()).contains("postlotse.brands.nord.look.accent: #ffd400 is too weak");

        edit("domains: [nordpost.test]", "domains: [example.test]");
        edit("accent:", "acent:");
        var wrong = run("", "config");

        assertThat(wrong.status()).isEqualTo(1);
        assertThat(wrong.err())
                .contains("postlotse.brands.nord.domains: is “example.test”, which the brand “main” has already")
                .contains(
                        "postlotse.brands.nord.look.acent: is not a setting; did you mean postlotse.brands.nord.look.accent?");
    }

    @Test
    void a_document_goes_byte_for_byte_to_standard_output() throws Exception {
        var said = run("", "document", "mozilla-autoconfig", "erika@example.test");

        assertThat(said.status()).isZero();
        assertThat(said.out()).startsWith("<?xml").endsWith("</clientConfig>\n");
    }

    @Test
    void a_domains_records_are_printed_and_looked_for() throws Exception {
        try (var dns = DnsServer.start()) {
            Files.writeString(
                    settings(),
                    Files.readString(settings()).stripTrailing() + "\n  dns: { servers: [\"" + dns.address()
                            + "\"] }\n");

            var printed = run("", "dns", "Example.Test.");

            assertThat(printed.status()).isZero();
            assertThat(printed.out())
                    .contains("autoconfig.example.test. 3600 IN CNAME sicher.example.test.\n")
                    .contains("_imaps._tcp.example.test. 3600 IN SRV ")
                    .contains("_imap._tcp.example.test. 3600 IN SRV 0 0 0 .\n");
            assertThat(dns.asked()).isEmpty();

            dns.with(printed.out().lines().filter(line -> line.startsWith("_")).collect(Collectors.joining("\n")));
            var looked = run("", "check-domain", "example.test");

            assertThat(looked.status()).isEqualTo(5);
            assertThat(looked.out())
                    .containsPattern("autoconfig\\.example\\.test +A +missing")
                    .containsPattern("_imaps\\._tcp\\.example\\.test +SRV +right")
                    .contains(
                            "To paste into the zone:\n\nautoconfig.example.test. 3600 IN CNAME sicher.example.test.\n")
                    .doesNotContain("_imaps._tcp.example.test. 3600");
        }
        assertThat(run("", "dns", "stranger.test").err()).contains("This domain is not ours.");
        assertThat(run("", "check-domain", "stranger.test").status()).isEqualTo(3);
    }

    @Test
    void labels_that_nobody_is_sure_of_are_listed() throws Exception {
        var said = run("", "labels");

        assertThat(said.status()).isZero();
        assertThat(said.out()).contains("thunderbird-desktop", "outlook-classic: to be seen on a device");
        assertThat(new ObjectMapper()
                        .readTree(run("", "labels", "--json").out())
                        .at("/programs/0/sources/V")
                        .isNumber())
                .isTrue();
    }

    @Test
    void what_is_not_ours_has_an_exit_code_of_its_own() throws Exception {
        assertThat(run("", "document", "mozilla-autoconfig", "erika@stranger.test")
                        .status())
                .isEqualTo(3);
        assertThat(run("", "document", "no-format", "erika@example.test").err()).contains("mozilla-autoconfig");
        assertThat(run("", "check", "erika").status()).isEqualTo(3);
    }

    @Test
    void logs_tell_who_logs_in_insecurely() throws Exception {
        var log = Files.writeString(home.resolve("mail.log"), """
                Nov 23 08:20:00 mx01 dovecot: imap-login: Login: user=<erika@example.test>, method=PLAIN, rip=203.0.113.20, lip=198.51.100.11, session=<x>
                Nov 23 08:21:00 mx01 dovecot: imap-login: Login: user=<otto@example.test>, method=PLAIN, rip=203.0.113.20, lip=198.51.100.11, TLS, session=<y>
                """);

        var said = run("", "intake", "--dry-run", log.toString());

        assertThat(said.status()).isZero();
        assertThat(said.out()).contains("log in insecurely: 1", "er…@example.test", "no-encryption 1");
        assertThat(said.out()).doesNotContain("erika@", "otto");
        assertThat(run("", "intake", "--dry-run", "nothing.log").err()).contains("nothing.log is not there");
    }

    @Test
    void what_logs_showed_is_kept_once_shown_and_forgotten() throws Exception {
        var day = java.time.LocalDate.now(java.time.ZoneOffset.UTC).minusDays(1);
        var log = home.resolve("mail.log");
        var line = "%sT08:20:25+00:00 mx01 dovecot: pop3-login: Login: user=<erika@example.test>, method=PLAIN,"
                + " rip=203.0.113.20, lip=198.51.100.11, session=<%s>\n";
        Files.writeString(log, line.formatted(day.minusDays(1), "x") + line.formatted(day, "y"));

        assertThat(run("", "intake", log.toString()).out())
                .contains("2 log-ins of customers", "1 mailboxes log in insecurely: no-encryption");
        Files.move(log, home.resolve("mail.log.1")); // rotated: what was read stays read
        assertThat(run("", "intake", home.resolve("mail.log.1").toString()).out())
                .contains("nothing new", "0 log-ins of customers");

        assertThat(run("", "logins", "erika@example.test").out())
                .contains("POP3", "NONE", "no-encryption", "2 log-ins", "203.0.113.20");
        assertThat(run("", "insecure", "--csv").out())
                .contains("mailbox,protocol,weakness", "erika@example.test,POP3,no-encryption,NONE,PLAIN,,,,2,");
        assertThat(run("", "warn").out()).contains("Stopped: no letter goes out.", "No mailbox has an open case.");
        assertThat(run("", "warn", "begin", "--share", "10").out()).contains("Wave: 10 % of all mailboxes.");
        assertThat(run("", "warn", "pause").out()).contains("Wave: 10 %", "Paused");
        assertThat(run("", "warn", "--csv").out()).startsWith("mailbox,weaknesses,states,decision,letter,why,");
        assertThat(run("", "warn", "begin").status()).isEqualTo(2);
        assertThat(run("", "forget", "erika@example.test").out()).contains("1 programs forgotten");
        assertThat(run("", "logins", "erika@example.test").out()).contains("No log showed");
        assertThat(run("", "insecure").out()).isEmpty();
        assertThat(run("", "intake", "--dialect", "sendmail", log.toString()).err())
                .contains("“sendmail” is no mail server", "dovecot", "postfix");
    }

    @Test
    void files_are_read_side_by_side_and_a_log_of_two_names_counts_once() throws Exception {
        var line = "%sT08:20:25+00:00 mx01 dovecot: pop3-login: Login: user=<rosa@example.test>, method=PLAIN,"
                + " rip=203.0.113.20, lip=198.51.100.11, session=<%s>\n";
        var day = java.time.LocalDate.now(java.time.ZoneOffset.UTC).minusDays(1);
        var names = new java.util.ArrayList<String>(java.util.List.of("intake"));
        for (int i = 0; i < 8; i++) {
            var file = home.resolve("side-" + i + ".log");
            // each two are one log: beside the others, or behind one another
            Files.writeString(file, (line.formatted(day.minusDays(i / 2), "s" + i / 2)).repeat(5));
            names.add(file.toString());
        }

        var said = run("", names.toArray(String[]::new));

        assertThat(said.out()).contains("side-0.log: ", "side-7.log: ", "1 mailboxes log in insecurely: no-encryption");
        assertThat(run("", "logins", "rosa@example.test").out()).contains("20 log-ins");
        assertThat(run("", "forget", "rosa@example.test").out()).contains("1 programs forgotten");
    }

    @Test
    void a_command_leaves_logs_to_the_process_that_serves() throws Exception {
        var day = java.time.LocalDate.now(java.time.ZoneOffset.UTC).minusDays(1);
        var line = "%sT08:20:25+00:00 mx01 dovecot: pop3-login: Login: user=<erika@example.test>, method=PLAIN,"
                + " rip=203.0.113.20, lip=198.51.100.11, session=<%s>\n";
        var followed = Files.writeString(home.resolve("followed.log"), line.formatted(day, "x"));
        var spool = home.resolve("spool");
        Files.writeString(
                settings(),
                Files.readString(settings()) + """

                """ + "  intake:\n    files: [" + followed + "]\n    spool: " + spool
                        + "\n    tokens: ["
                        + "a".repeat(64) + "]\n    syslog:\n      tcp-port: 0\n");
        assertThat(run("", "config").status()).isZero();

        // long enough for a follower: the log is read within a fifth of a second of the start
        var large = Files.writeString(
                home.resolve("large.log"), line.formatted(day, "y").repeat(200_000));
        assertThat(run("", "intake", large.toString()).out()).contains("200,000 log-ins of customers");
        assertThat(run("", "logins", "erika@example.test").out()).contains("200000 log-ins");

        assertThat(spool).doesNotExist();
        assertThat(run("", "intake", followed.toString()).out()).contains("1 log-ins of customers"); // not read yet
    }

    @Test
    void an_autoconfig_file_becomes_a_configuration_where_there_is_none_yet() throws Exception {
        var xml =
                run("", "document", "mozilla-autoconfig", "erika@example.test").out();
        Files.delete(settings());

        var said = run(xml, "import", "autoconfig", "-");

        assertThat(said.status()).isZero();
        assertThat(said.err()).contains("postlotse.cut-off is not in the file");
        Files.writeString(settings(), said.out());
        assertThat(run("", "config").status()).isZero();
        assertThat(run("", "document", "mozilla-autoconfig", "erika@example.test")
                        .out())
                .isEqualTo(xml);
    }

    @Test
    void a_command_that_is_not_understood_is_said_so_and_help_lists_what_there_is() throws Exception {
        var said = run("", "bogus");

        assertThat(said.status()).isEqualTo(2);
        assertThat(said.err()).contains("Unmatched argument at index 0: 'bogus'");
        assertThat(run("", "--help").out()).contains("serve", "check", "document", "config", "Exit codes");
    }

    @Test
    void a_check_answers_in_JSON_and_blames_the_right_one() throws Exception {
        edit("mail01.example.test, port: 995", "no-such-host.invalid, port: 995");
        edit("mail01.example.test, port: 993", "no-such-host.invalid, port: 993");
        edit("mail01.example.test, port: 587", "no-such-host.invalid, port: 587");

        var said = run("geheim-4711\n", "check", "erika@example.test", "--json");

        var answer = new ObjectMapper().readTree(said.out());
        assertThat(said.status()).isEqualTo(5);
        assertThat(answer.path("headline").asText()).isEqualTo("name-unknown");
        assertThat(answer.path("findings")).hasSize(3);
        assertThat(said.out() + said.err()).doesNotContain("geheim-4711");
    }

    private Path settings() {
        return home.resolve("config/application.yaml");
    }

    private void edit(String from, String to) throws IOException {
        var text = Files.readString(settings());
        assertThat(text).contains(from);
        Files.writeString(settings(), text.replace(from, to));
    }

    private Said run(String typed, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        var out = home.resolve("out").toFile();
        var err = home.resolve("err").toFile();
        var process = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectOutput(out)
                .redirectError(err)
                .start();
        try (var in = process.getOutputStream()) {
            in.write(typed.getBytes(StandardCharsets.UTF_8));
        }
        int status = process.waitFor();
        return new Said(status, Files.readString(out.toPath()), Files.readString(err.toPath()));
    }
}
