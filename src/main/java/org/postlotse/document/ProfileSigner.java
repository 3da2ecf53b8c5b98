package org.postlotse.document;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.postlotse.catalogue.Fault;
import org.postlotse.catalogue.SettingsCheck;

/**
 * Signs Apple profiles: CMS SignedData in DER around the profile's very bytes (RFC 5652 §5), SHA-256, with the whole
 * chain, without which devices call the profile “Not Verified”. Where no key is configured it leaves profiles as they
 * are.
 */
@Singleton
final class ProfileSigner implements SettingsCheck {
    private final SigningKeys keys;
    private final Clock clock;

    @Inject
    ProfileSigner(SigningConfig config, Clock clock) {
        this.keys = new SigningKeys(config, clock);
        this.clock = clock;
    }

    @Override
    public List<Fault> faults() {
        return keys.faults();
    }

    /** Whether a key is configured. */
    boolean configured() {
        return keys.configured();
    }

    /** How its key fares; empty where none is configured. */
    Optional<SigningState> state() {
        return keys.state();
    }

    /** The profile in its signed envelope, or as it is where no key is configured. */
    byte[] sign(byte[] profile) {
        return configured() ? sign(profile, keys.current()) : profile;
    }

    private byte[] sign(byte[] profile, SigningKey key) {
        try {
            var generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(signer(key));
            generator.addCertificates(new JcaCertStore(key.chain()));
            return generator
                    .generate(new CMSProcessableByteArray(profile), true)
                    .getEncoded("DER");
        } catch (CMSException | OperatorCreationException | GeneralSecurityException | IOException ours) {
            throw new SigningBroken("the profile could not be signed", ours);
        }
    }

    private SignerInfoGenerator signer(SigningKey key) throws OperatorCreationException, GeneralSecurityException {
        var digests = new JcaDigestCalculatorProviderBuilder().build();
        var content = new JcaContentSignerBuilder(key.signatureAlgorithm()).build(key.key());
        var signingTime = new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(clock.instant()))));
        return new JcaSignerInfoGeneratorBuilder(digests)
                .setSignedAttributeGenerator(
                        new DefaultSignedAttributeTableGenerator(new AttributeTable(new DERSet(signingTime))))
                .build(content, key.leaf());
    }
}
