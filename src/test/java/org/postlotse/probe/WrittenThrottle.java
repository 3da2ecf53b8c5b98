package org.postlotse.probe;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;

/** The throttle's settings as they stand in a file. */
final class WrittenThrottle {
    private WrittenThrottle() {}

    static ThrottleConfig of(Map<String, String> written) {
        var keys = new HashMap<String, String>();
        written.forEach(
                (key, value) -> keys.put(key.startsWith("postlotse.") ? key : "postlotse.throttle." + key, value));
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(keys, "test", 100))
                .addDefaultInterceptors()
                .withMapping(ThrottleConfig.class)
                .build()
                .getConfigMapping(ThrottleConfig.class);
    }
}
