package io.xuemeng.lrs.server;

import io.xuemeng.core.crypto.SignatureAlgorithm;
import java.security.cert.X509Certificate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which signatures of statements an LRS takes (Data 2.6; IEEE 9274.1.1-2023, 4.2.6). Immutable.
 */
public final class SignaturePolicy {

    private static final Set<SignatureAlgorithm> STANDARD =
            EnumSet.of(SignatureAlgorithm.RS256, SignatureAlgorithm.RS384, SignatureAlgorithm.RS512);

    private final Set<SignatureAlgorithm> algorithms;
    private final Predicate<List<X509Certificate>> trusted;

    private SignaturePolicy(Set<SignatureAlgorithm> algorithms, Predicate<List<X509Certificate>> trusted) {
        this.algorithms = algorithms;
        this.trusted = trusted;
    }

    /**
     * What the standards ask: RS256, RS384 and RS512; a signature with a certificate must be by that certificate, whoever issued
     * it.
     */
    public static SignaturePolicy standard() {
        return new SignaturePolicy(STANDARD, chain -> true);
    }

    /**
     * This policy with ES256 and SM2 beside the standards' algorithms. They are an extension of the alliance profile: other LRSs
     * refuse them.
     */
    public SignaturePolicy withAllianceAlgorithms() {
        Set<SignatureAlgorithm> more = EnumSet.copyOf(algorithms);
        more.add(SignatureAlgorithm.ES256);
        more.add(SignatureAlgorithm.SM2_SM3);
        return new SignaturePolicy(more, trusted);
    }

    /**
     * This policy for those certificates only whose chain somebody vouches for.
     *
     * @param trust told the chain under {@code x5c}, the signer's certificate first; whether it leads to an anchor, and the signer
     *     may sign statements
     */
    public SignaturePolicy trusting(Predicate<List<X509Certificate>> trust) {
        return new SignaturePolicy(algorithms, trust);
    }

    Set<SignatureAlgorithm> algorithms() {
        return algorithms;
    }

    Predicate<List<X509Certificate>> trusted() {
        return trusted;
    }
}
