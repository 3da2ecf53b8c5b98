package org.postlotse.document;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.postlotse.document.Route.Method;

/**
 * Microsoft's Autodiscover v2 in JSON (MS-OXDSCLI §3.1.5.4). It can not carry settings for IMAP: all that it tells is
 * where the XML is. Nothing here asks for a password either.
 */
@Singleton
final class AutodiscoverV2 implements DocumentFormat {
    private static final String PATH = "/autodiscover/autodiscover.json";
    private static final String XML = "AutodiscoverV1";
    private static final int LONGEST_ECHO = 32;

    private final Served served;

    @Inject
    AutodiscoverV2(Served served) {
        this.served = served;
    }

    @Override
    public String id() {
        return "microsoft-autodiscover-v2";
    }

    /** Outlook 2016 asks with {@code ?Email=}, later ones and macOS 15 with the address as the path's last part. */
    @Override
    public List<Route> routes() {
        var get = Set.of(Method.GET);
        return List.of(new Route(get, PATH, true), new Route(get, PATH + "/v1.0", true).opened());
    }

    @Override
    public Answer answer(Inquiry inquiry) {
        var address = inquiry.lastPart().flatMap(Query::address).or(() -> inquiry.address("email", "emailaddress"));
        var home = served.home(inquiry.host(), address);
        if (home.isEmpty()) return refused(404, "UserNotFound", "No settings for this domain here.");
        // Outlook writes Autodiscoverv1, others AutodiscoverV1
        return inquiry.value("Protocol")
                .<Answer>map(wanted -> wanted.equalsIgnoreCase(XML) ? found(home.get()) : invalid(wanted))
                .orElseGet(() -> refused(
                        400,
                        "MandatoryParameterMissing",
                        "A valid value must be provided for the query parameter 'Protocol'"));
    }

    @Override
    public Answer write(Mailbox mailbox) {
        return served.home(mailbox.offer().domain().name(), Optional.of(mailbox.address()))
                .<Answer>map(AutodiscoverV2::found)
                .orElseGet(NotServed::new);
    }

    /** At the pages' own host, whose certificate is valid: that of the domain's own name may be missing. */
    private static Document found(URI home) {
        return document(Map.of("Protocol", XML, "Url", home + Autodiscover.PATH));
    }

    // EWS is what Mail of macOS asks for, ActiveSync what phones do
    private static Answer invalid(String wanted) {
        return refused(
                404,
                "InvalidProtocol",
                "The given protocol value '" + safe(wanted) + "' is invalid. Supported values are '" + XML + "'");
    }

    /** mailcow said back whatever it was asked, and so ran strangers' scripts (2021). */
    private static String safe(String wanted) {
        var letters = wanted.replaceAll("[^A-Za-z0-9_-]", "");
        return letters.substring(0, Math.min(letters.length(), LONGEST_ECHO));
    }

    private static Answer refused(int status, String code, String message) {
        return new Refused(status, document(Map.of("ErrorCode", code, "ErrorMessage", message)));
    }

    private static Document document(Map<String, String> members) {
        return new Document(Json.TYPE, Json.bytes(members), "autodiscover.json");
    }
}
