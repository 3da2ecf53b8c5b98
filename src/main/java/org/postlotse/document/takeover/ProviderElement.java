package org.postlotse.document.takeover;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.postlotse.catalogue.Domain;
import org.postlotse.catalogue.Provider;
import org.postlotse.document.takeover.Takeover.Who;

/** Reads who publishes a file and for which domains. */
final class ProviderElement {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_SHORT_NAME = 20;
    private static final Set<String> READ = Set.of(
            "domain", "displayName", "displayShortName", "incomingServer", "outgoingServer", "documentation", "enable");
    private static final Map<String, String> REASONS = Map.of(
            "oAuth2", "the offered log-in is a password over TLS",
            "instruction", "the guides say what is to be done",
            "identity", "the guides say what is to be done");

    private final Element provider;
    private final Remarks remarks;

    ProviderElement(Element provider, Remarks remarks) {
        this.provider = provider;
        this.remarks = remarks;
    }

    record Known(Who who, List<Domain> domains) {}

    /** Empty when the file names no domain at all. */
    Optional<Known> read(Element root) {
        remarks.unread(provider, READ, REASONS);
        provider.all("enable").forEach(this::enable);
        var id = id();
        var domains = domains();
        if (domains.isEmpty() && id.isPresent()) {
            remarks.add(provider, "There is no <domain> to take over; the id stands in for it.");
            domains.add(id.get());
        }
        if (domains.isEmpty()) return Optional.empty();
        var main = id.orElse(domains.getFirst());
        if (id.isEmpty())
            remarks.add(provider, "The provider's id is no domain; " + main + " is taken instead, the first <domain>.");
        var webmail = webmail(root);
        var help = help();
        return Optional.of(new Known(new Who(main, name(main), shortName(main), webmail, help), List.copyOf(domains)));
    }

    private Optional<Domain> id() {
        return provider.attribute("id").flatMap(Domain::parse);
    }

    private LinkedHashSet<Domain> domains() {
        var domains = new LinkedHashSet<Domain>();
        for (var element : provider.all("domain")) {
            var domain = Domain.parse(element.text());
            if (element.attribute("purpose").filter("mx"::equals).isPresent())
                remarks.add(
                        element,
                        "“" + Remarks.quoted(element.text()) + "” stands for domains whose MX record leads"
                                + " there. Write your MX hosts in postlotse.mx-hosts; it is taken over as a mail domain, too.");
            domain.ifPresentOrElse(
                    domains::add,
                    () -> remarks.add(
                            element,
                            "The domain “" + Remarks.quoted(element.text())
                                    + "” is not taken over: it is no domain such as example.org."));
        }
        return domains;
    }

    private String name(Domain main) {
        return words("displayName", LONGEST_NAME, main.unicode());
    }

    private String shortName(Domain main) {
        return words(
                "displayShortName", LONGEST_SHORT_NAME, readable("displayName").orElse(main.unicode()));
    }

    private String words(String element, int longest, String otherwise) {
        var written = readable(element);
        if (written.isEmpty())
            remarks.add(
                    provider,
                    "There is no <" + element + "> for people to read; “"
                            + Remarks.quoted(shortened(otherwise, longest)) + "” stands in for it.");
        var words = shortened(written.orElse(otherwise), longest);
        if (written.isPresent() && !words.equals(written.get()))
            remarks.add(provider, "<" + element + "> is cut to " + longest + " characters.");
        return words;
    }

    private Optional<String> readable(String element) {
        return provider.value(element).filter(text -> !text.contains("%EMAIL")).filter(Provider::isName);
    }

    /** Whole code points only. */
    private static String shortened(String text, int longest) {
        if (text.length() <= longest) return text;
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end).strip();
    }

    private void enable(Element enable) {
        remarks.add(
                enable,
                "<enable> is not taken over: it says that customers must first switch something on at “"
                        + Remarks.quoted(enable.attribute("visiturl").orElse(""))
                        + "”. If that still holds, say so on your help"
                        + " pages.");
    }

    private Optional<URI> help() {
        return address(provider.all("documentation"), "url", "help page", "postlotse.provider.help");
    }

    private Optional<URI> webmail(Element root) {
        root.all("webMail").stream()
                .flatMap(webmail -> webmail.all("loginPageInfo").stream())
                .forEach(info -> remarks.add(
                        info,
                        "<loginPageInfo> is not taken over: customers are led to the page, nothing logs in there."));
        var pages = root.all("webMail").stream()
                .flatMap(webmail -> webmail.all("loginPage").stream())
                .toList();
        return address(pages, "url", "webmail", "postlotse.provider.webmail");
    }

    private Optional<URI> address(List<Element> elements, String attribute, String what, String key) {
        var found = Optional.<URI>empty();
        for (var element : elements) {
            var written = element.attribute(attribute).orElse("");
            var url = WebAddress.parse(written);
            if (url.isEmpty())
                remarks.add(
                        element,
                        "The " + what + " “" + Remarks.quoted(written)
                                + "” is not taken over: it is no whole address beginning with http or https.");
            else if (found.isPresent())
                remarks.add(
                        element,
                        "The " + what + " “" + Remarks.quoted(written) + "” is not taken over: " + key
                                + " is one address, and the first one is taken.");
            else found = url;
        }
        return found;
    }
}
