package org.postlotse.web.look;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;
import java.util.Optional;

/** How the main brand and the further ones look and where they speak for themselves, as it was written. */
@ConfigMapping(prefix = "postlotse")
public interface LookConfig {
    LookKeys look();

    Map<String, BrandLook> brands();

    /** Where brands' own texts lie, {@code <id>/texts/<language>.yaml}; it need not be there. */
    @WithDefault("brands")
    String brandsDirectory();

    /** What of a further brand is its look. */
    interface BrandLook {
        LookKeys look();
    }

    /** One brand's look. */
    interface LookKeys {
        Optional<String> accent();

        Optional<String> accentDark();

        Optional<String> logo();

        Optional<String> logoDark();
    }
}
