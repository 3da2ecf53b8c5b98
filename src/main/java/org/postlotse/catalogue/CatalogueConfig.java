package org.postlotse.catalogue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The hoster's settings as they were written: all of them text, because {@link CatalogueReader} wants to name every
 * fault, not to stumble over the first. Their meanings: {@code src/docs/configuration.md}.
 */
@ConfigMapping(prefix = "postlotse")
interface CatalogueConfig extends BrandConfig {
    @WithDefault("Europe/Berlin")
    String timeZone();

    Optional<List<ExceptionConfig>> exceptions();

    Optional<List<String>> domainSources();

    MailboxesConfig mailboxes();

    Map<String, BrandConfig> brands();

    interface MailboxesConfig {
        /** Whether everybody may learn what the hoster's records say of a mailbox. */
        @WithDefault("false")
        String disclosed();
    }

    interface ProviderConfig {
        Optional<String> id();

        Optional<String> name();

        Optional<String> shortName();

        Optional<String> webmail();

        Optional<String> help();

        Optional<String> phone();

        Optional<String> hours();

        /** The same by language, for pages in that language. */
        Map<String, String> hoursIn();

        Optional<String> calendars();

        Optional<String> contacts();

        /** Where customers set a new password. */
        Optional<String> passwordPage();
    }

    interface ServerConfig {
        Optional<String> protocol();

        Optional<String> host();

        Optional<String> port();

        Optional<String> security();
    }

    interface TimelineConfig {
        Optional<String> announced();

        Optional<String> mailsFrom();

        Optional<List<RehearsalConfig>> rehearsals();
    }

    interface RehearsalConfig {
        Optional<String> from();

        Optional<String> to();
    }

    interface ExceptionConfig {
        @WithName("for")
        Optional<List<String>> forWhom();

        Optional<List<ServerConfig>> servers();
    }
}
