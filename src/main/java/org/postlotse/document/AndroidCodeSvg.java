package org.postlotse.document;

import jakarta.inject.Singleton;

/** The code for Thunderbird for Android and K-9 Mail as a picture for pages and for paper. */
@Singleton
final class AndroidCodeSvg implements DocumentFormat {
    static final String ID = "android-code-svg";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Answer write(Mailbox mailbox) {
        return AndroidCode.of(mailbox)
                .<Answer>map(
                        code -> new Document("image/svg+xml", Modules.of(code).svg(), "thunderbird-android.svg"))
                .orElseGet(AndroidCode::unfit);
    }
}
