package org.postlotse.cli;

import java.util.stream.Collectors;
import org.postlotse.support.Chance;

/** Autoconfig files of the kinds that hosters publish: many domains, many servers, half of it not to be offered. */
final class AnyAutoconfig {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789-_";

    private AnyAutoconfig() {}

    static String file(Chance chance) {
        return chance.one(
                        "", "<?xml version=\"1.0\"?>\n", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- ours -->\n")
                + chance.one(
                        "<clientConfig>",
                        "<clientConfig version=\"1.1\">",
                        "<clientConfig version=\"1.2\" xmlns=\"urn:x\">")
                + provider(chance)
                + (chance.percent(10) ? provider(chance).replace("hostname>", "host>") : "")
                + some(
                        chance,
                        40,
                        "<webMail><loginPage url=\"" + page(chance)
                                + "\"/><loginPageInfo url=\"x\"><username>y</username>" + "</loginPageInfo></webMail>")
                + some(chance, 20, "<addressBook type=\"carddav\"><username>%EMAILADDRESS%</username></addressBook>")
                + some(
                        chance,
                        20,
                        "<calendar type=\"caldav\"><serverURL>https://dav.example.org</serverURL></calendar>")
                + some(chance, 20, "<oAuth2><issuer>login.example.org</issuer></oAuth2>")
                + some(chance, 20, "<clientConfigUpdate url=\"https://www.example.org/config.xml\"/>")
                + "</clientConfig>" + chance.one("", "\n", "<!-- end -->");
    }

    private static String provider(Chance chance) {
        return "<emailProvider" + chance.one("", " id=\"" + domain(chance) + "\"", " id=\"%EMAILDOMAIN%\"") + ">"
                + String.join(
                        "\n",
                        chance.list(
                                0,
                                12,
                                i -> "<domain" + some(chance, 10, " purpose=\"mx\"") + ">" + pad(chance, domain(chance))
                                        + "</domain>"))
                + some(chance, 90, "<displayName>" + words(chance) + "</displayName>")
                + some(chance, 90, "<displayShortName>" + words(chance) + "</displayShortName>")
                + servers(chance)
                + some(
                        chance,
                        40,
                        "<documentation url=\"" + page(chance) + "\"><descr lang=\"de\">Hilfe</descr></documentation>")
                + some(chance, 20, "<documentation url=\"" + page(chance) + "\"/>")
                + some(
                        chance,
                        20,
                        "<enable visiturl=\"" + page(chance) + "\"><instruction>IMAP an</instruction></enable>")
                + some(chance, 20, "<" + chance.one("oddity", "instruction", "identity") + "/>")
                + "</emailProvider>";
    }

    private static String servers(Chance chance) {
        var form = chance.one("%EMAILADDRESS%", "%EMAILLOCALPART%", "%EMAILLOCALPART%@%EMAILDOMAIN%");
        return chance.list(1, 6, i -> server(chance, "incomingServer", form)).stream()
                        .collect(Collectors.joining("\n"))
                + chance.list(1, 3, i -> server(chance, "outgoingServer", form)).stream()
                        .collect(Collectors.joining("\n"));
    }

    private static String server(Chance chance, String element, String form) {
        var type = element.equals("incomingServer")
                ? chance.one("imap", "imap", "pop3", "exchange", "jmap", "IMAP")
                : "smtp";
        var usual = chance.percent(80);
        var pair = usual
                ? chance.one("993 SSL", "995 SSL", "465 SSL", "143 STARTTLS", "587 STARTTLS", "25 STARTTLS", "2525 SSL")
                        .split(" ")
                : new String[] {
                    chance.one("0", "70000", "x", "", "993"), chance.one("plain", "TLS", "ssl", "", "STARTTLS")
                };
        var login = chance.percent(90)
                ? form
                : chance.one("", "erika", "%REALNAME%", "%EMAILLOCALPART%-%EMAILDOMAIN%", "u 1");
        return "<" + element + " type=\"" + type + "\"><hostname>" + pad(chance, host(chance)) + "</hostname><port>"
                + pair[0]
                + "</port><socketType>" + pair[1] + "</socketType>"
                + some(chance, 80, "<authentication>password-cleartext</authentication>")
                + String.join("", chance.list(0, 2, i -> authentication(chance)))
                + "<username>" + login + "</username>"
                + some(chance, 10, "<pop3><leaveMessagesOnServer>true</leaveMessagesOnServer></pop3>")
                + some(chance, 10, "<useGlobalPreferredServer>false</useGlobalPreferredServer>")
                + "</" + element + ">";
    }

    private static String authentication(Chance chance) {
        var method = chance.one(
                "plain",
                "password-encrypted",
                "secure",
                "OAuth2",
                "GSSAPI",
                "NTLM",
                "client-IP-address",
                "none",
                "SCRAM-SHA-256",
                "");
        return "<authentication" + some(chance, 10, " system=\"sasl\"") + ">" + method + "</authentication>";
    }

    private static String host(Chance chance) {
        return chance.percent(10)
                ? chance.one("imap.%EMAILDOMAIN%", "%EMAILDOMAIN%", "192.0.2.1", "a_b.example.org", "", "%HOST%")
                : chance.one("imap", "pop", "smtp", "mail") + "." + chance.one("example.org", "example.net");
    }

    private static String domain(Chance chance) {
        return chance.percent(10)
                ? chance.one("", "localhost", "%EMAILDOMAIN%", "müller.example", "EXAMPLE.ORG.", "x y")
                : chance.word(LETTERS, 1, 10) + chance.one(".example", ".test", ".example.org");
    }

    private static String words(Chance chance) {
        return chance.word("aü漢😀 '\"#{}:$\\%&", 0, chance.one(10, 30, 90)).replace("&", "&amp;");
    }

    private static String page(Chance chance) {
        return chance.one(
                "https://www.example.org/help",
                "HTTPS://www.example.org",
                "http://%EMAILDOMAIN%/",
                "ftp://x",
                "",
                "no page",
                "https://a:b@example.org/",
                "https://www.example.org/${x}",
                "https://www.example.org/$x");
    }

    private static String pad(Chance chance, String value) {
        return chance.percent(10) ? "\n  " + value + "\n" : value;
    }

    private static String some(Chance chance, int share, String text) {
        return chance.percent(share) ? text : "";
    }
}
