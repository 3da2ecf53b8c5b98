package org.postlotse.probe;

import org.postlotse.probe.Verdict.AccountDisabled;
import org.postlotse.probe.Verdict.AppPasswordNeeded;
import org.postlotse.probe.Verdict.Busy;
import org.postlotse.probe.Verdict.CertificateExpired;
import org.postlotse.probe.Verdict.CertificateIncomplete;
import org.postlotse.probe.Verdict.CertificateNotYetValid;
import org.postlotse.probe.Verdict.CertificateUntrusted;
import org.postlotse.probe.Verdict.CertificateWeakKey;
import org.postlotse.probe.Verdict.CertificateWrongHost;
import org.postlotse.probe.Verdict.EncryptionMissing;
import org.postlotse.probe.Verdict.MechanismMissing;
import org.postlotse.probe.Verdict.NameUnknown;
import org.postlotse.probe.Verdict.PasswordExpired;
import org.postlotse.probe.Verdict.PlaintextRefused;
import org.postlotse.probe.Verdict.ProtocolBroken;
import org.postlotse.probe.Verdict.Puzzling;
import org.postlotse.probe.Verdict.ServiceNotBooked;
import org.postlotse.probe.Verdict.Silent;
import org.postlotse.probe.Verdict.TemporarilyDown;
import org.postlotse.probe.Verdict.TlsBroken;
import org.postlotse.probe.Verdict.TlsTooOld;
import org.postlotse.probe.Verdict.TooManyAttempts;
import org.postlotse.probe.Verdict.Unreachable;
import org.postlotse.probe.Verdict.Unwelcome;
import org.postlotse.probe.Verdict.Working;
import org.postlotse.probe.Verdict.WrongLoginName;
import org.postlotse.probe.Verdict.WrongPassword;

/** Which of several verdicts is told first: what the customer can do himself, then what he has to know. */
final class Urgency {
    private Urgency() {}

    /** Smaller is told first; of equals, the offer's order decides. */
    static int of(Verdict verdict) {
        return switch (verdict) {
            case WrongLoginName _ -> 1; // before the password: with another name it may well be right
            case WrongPassword _ -> 2;
            case PasswordExpired _, AppPasswordNeeded _ -> 3;
            case AccountDisabled _ -> 4;
            case TooManyAttempts _, Busy _, Unwelcome _ -> 5;
            case CertificateExpired _,
                    CertificateNotYetValid _,
                    CertificateWrongHost _,
                    CertificateUntrusted _,
                    CertificateIncomplete _,
                    CertificateWeakKey _ -> 6; // somebody else may be listening: told before all other faults of ours
            case TlsTooOld _, TlsBroken _, EncryptionMissing _, PlaintextRefused _, MechanismMissing _ -> 7;
            case ProtocolBroken _ -> 8;
            case NameUnknown _, Unreachable _, Silent _, TemporarilyDown _ -> 9;
            case Puzzling _ -> 10;
            case ServiceNotBooked _ -> 11; // the other way in works: nothing is broken
            case Working _ -> 12;
        };
    }
}
