package org.postlotse.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.postlotse.catalogue.Domain;
import org.postlotse.catalogue.YamlCatalogue;
import org.postlotse.document.Document;
import org.postlotse.document.Inquiry;
import org.postlotse.document.Route;
import org.postlotse.document.TestFormats;

class PaccDigestTest {
    private static final String YAML = YamlCatalogue.WITHOUT_DOMAINS + "  domains: [customer.test]\n";

    @Test
    void is_that_of_the_bytes_that_programs_are_given() throws Exception {
        var formats = TestFormats.pacc(new YamlCatalogue(YAML).catalogue());
        var asked = new Inquiry(Route.Method.GET, "ua-auto-config.customer.test", "", new byte[0]);
        var served = (Document) formats.find("pacc").orElseThrow().answer(asked);
        var digest = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(served.bytes()));

        assertThat(new PaccDigest(formats).of(new Domain("customer.test"))).contains("v=UAAC1; a=sha256; d=" + digest);
    }

    @Test
    void there_is_none_without_a_document() {
        var starttls = YAML.replace("port: 465, security: tls", "port: 587, security: starttls");

        assertThat(new PaccDigest(TestFormats.pacc(new YamlCatalogue(starttls).catalogue()))
                        .of(new Domain("customer.test")))
                .isEmpty();
        assertThat(new PaccDigest(TestFormats.pacc(new YamlCatalogue(YAML).catalogue()))
                        .of(new Domain("stranger.test")))
                .isEmpty();
    }
}
