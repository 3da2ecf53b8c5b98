package org.postlotse.document;

import jakarta.inject.Singleton;

/** The code for Thunderbird for Android and K-9 Mail as a picture that every program shows. */
@Singleton
final class AndroidCodePng implements DocumentFormat {
    static final String ID = "android-code-png";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Answer write(Mailbox mailbox) {
        return AndroidCode.of(mailbox)
                .<Answer>map(code -> new Document("image/png", Modules.of(code).png(), "thunderbird-android.png"))
                .orElseGet(AndroidCode::unfit);
    }
}
