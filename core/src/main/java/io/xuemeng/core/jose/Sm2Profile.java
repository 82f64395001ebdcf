package io.xuemeng.core.jose;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * How SM2 is spelt in JOSE, for which nothing is registered. What this library writes is fixed and declared: {@code alg} {@code
 * SGD_SM3_SM2}, {@code kty} {@code EC}, {@code crv} {@code sm2p256v1}, a signature of r and s with 32 bytes each, and the signer ID
 * {@code 1234567812345678} (GM/T 0125-2022 for the names, GM/T 0009-2012, 10 for the ID). What it reads beyond that, a caller says
 * here, for a partner who spells it otherwise: nothing is ever guessed. Immutable and thread-safe.
 *
 * <pre>{@code
 * Sm2Profile partner = Sm2Profile.declared().withAlgorithmAlias("SM3withSM2").withDerSignatures();
 * }</pre>
 */
public final class Sm2Profile {

    static final String CURVE = "sm2p256v1";

    private static final Sm2Profile DECLARED = new Sm2Profile(Set.of(AlgorithmNames.SM2), Set.of(CURVE), false);

    private final Set<String> algorithmNames;
    private final Set<String> curveNames;
    private final boolean derSignatures;

    private Sm2Profile(Set<String> algorithmNames, Set<String> curveNames, boolean derSignatures) {
        this.algorithmNames = Set.copyOf(algorithmNames);
        this.curveNames = Set.copyOf(curveNames);
        this.derSignatures = derSignatures;
    }

    /** The declared profile and nothing else. */
    public static Sm2Profile declared() {
        return DECLARED;
    }

    /**
     * This profile with a further name under {@code alg}, such as {@code SM2}, {@code SM2SM3} or {@code SM3withSM2}.
     *
     * @throws IllegalArgumentException when the name means another algorithm
     */
    public Sm2Profile withAlgorithmAlias(String name) {
        if (name.isEmpty() || !AlgorithmNames.isFree(name)) {
            throw new IllegalArgumentException("\"" + name + "\" cannot be an alias: it means another algorithm");
        }
        return new Sm2Profile(with(algorithmNames, name), curveNames, derSignatures);
    }

    /**
     * This profile with a further name under {@code crv}, such as {@code SM2} or {@code SM2-P-256}.
     *
     * @throws IllegalArgumentException when the name means another curve
     */
    public Sm2Profile withCurveAlias(String name) {
        if (name.isEmpty() || name.matches("(?i)P-\\d+|secp.*|Ed\\d+|X\\d+")) {
            throw new IllegalArgumentException("\"" + name + "\" cannot be an alias: it means another curve");
        }
        return new Sm2Profile(algorithmNames, with(curveNames, name), derSignatures);
    }

    /** This profile with signatures in DER (GM/T 0009-2012, 7.3) instead of r and s: then those are not taken. */
    public Sm2Profile withDerSignatures() {
        return new Sm2Profile(algorithmNames, curveNames, true);
    }

    private static Set<String> with(Set<String> names, String name) {
        Set<String> all = new LinkedHashSet<>(names);
        all.add(name);
        return all;
    }

    /** The names that {@code alg} may have. */
    public Set<String> algorithmNames() {
        return algorithmNames;
    }

    /** The names that {@code crv} may have. */
    public Set<String> curveNames() {
        return curveNames;
    }

    /** Whether signatures are in DER instead of r and s one after the other. */
    public boolean derSignatures() {
        return derSignatures;
    }
}
