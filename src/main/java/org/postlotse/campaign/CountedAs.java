package org.postlotse.campaign;

import java.util.List;
import java.util.Optional;
import org.postlotse.evidence.Device;
import org.postlotse.evidence.KnownProgram;
import org.postlotse.evidence.ProgramGuess;
import org.postlotse.evidence.Weakness;

/**
 * Under what a step is counted. Nothing in it tells who took it.
 *
 * @param weakness the gravest of a mailbox; empty where nothing is known of it any more
 * @param program the id of the guide for the program that has it; empty where nobody knows
 */
public record CountedAs(String weakness, String program) {
    /** @param devices all that are known of one mailbox */
    public static CountedAs of(List<Device> devices) {
        var gravest = Letters.insecure(devices).stream().findFirst();
        return new CountedAs(
                gravest.flatMap(device -> device.fingerprint().weakness())
                        .map(Weakness::key)
                        .orElse(""),
                gravest.flatMap(device -> ProgramGuess.named(device, devices))
                        .flatMap(ProgramGuess::known)
                        .map(KnownProgram::id)
                        .orElse(""));
    }

    /** The same with the program that its owner has named himself, where he has. */
    public CountedAs with(Optional<String> chosen) {
        return new CountedAs(weakness, chosen.orElse(program));
    }
}
