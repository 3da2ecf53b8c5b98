package org.postlotse.web.look;

import java.util.Optional;

/**
 * Where a brand's own looks are served; what is empty is as with everybody.
 *
 * @param style a sheet that sets the accent colour
 * @param logo a picture, SVG or PNG
 * @param logoDark the same for dark backgrounds
 */
public record Look(Optional<String> style, Optional<String> logo, Optional<String> logoDark) {
    static final Look USUAL = new Look(Optional.empty(), Optional.empty(), Optional.empty());
}
