package org.postlotse.campaign;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.stream.Collectors;

/** Settings as a hoster writes them. */
final class Written {
    private Written() {}

    /** @param settings without {@code postlotse.campaign.} */
    static CampaignConfig campaign(Map<String, String> settings) {
        return read(CampaignConfig.class, "postlotse.campaign.", settings);
    }

    /** @param settings without {@code postlotse.campaign.post.} */
    static PostSettings post(Map<String, String> settings) {
        return new PostSettings(read(PostConfig.class, "postlotse.campaign.post.", settings));
    }

    /** @param settings without {@code postlotse.campaign.returns.} */
    static ReturnsConfig returns(Map<String, String> settings) {
        return read(ReturnsConfig.class, "postlotse.campaign.returns.", settings);
    }

    private static <T> T read(Class<T> mapping, String prefix, Map<String, String> settings) {
        var whole = settings.entrySet().stream()
                .collect(Collectors.toMap(setting -> prefix + setting.getKey(), Map.Entry::getValue));
        return new SmallRyeConfigBuilder()
                .withMapping(mapping)
                .withSources(new PropertiesConfigSource(whole, "test", 100))
                .build()
                .getConfigMapping(mapping);
    }
}
