package io.xuemeng.core.jose;

import io.xuemeng.core.crypto.SignatureAlgorithm;
import io.xuemeng.core.crypto.UnusableKeyException;
import io.xuemeng.core.crypto.VerificationKey;
import io.xuemeng.core.input.Limits;
import io.xuemeng.core.json.JsonEvent;
import io.xuemeng.core.json.JsonReader;
import io.xuemeng.core.json.JsonRequirement;
import io.xuemeng.core.json.RawJson;
import io.xuemeng.core.json.UnreadableJsonException;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingCollector;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads headers for one verifier: with its algorithms, and with the members that it takes. Immutable and thread-safe. */
final class HeaderReader {

    /** Those that RFC 7515, 4.1 defines, and RFC 7518 for encryption: {@code crit} never names them. */
    private static final Set<String> REGISTERED = Set.of(
            "alg",
            "jku",
            "jwk",
            "kid",
            "x5u",
            "x5c",
            "x5t",
            "x5t#S256",
            "typ",
            "cty",
            "crit",
            "enc",
            "zip",
            "epk",
            "apu",
            "apv",
            "iv",
            "tag",
            "p2s",
            "p2c");

    private static final List<String> KEY_MEMBERS = List.of("jku", "x5u", "jwk", "x5c");

    private final Set<SignatureAlgorithm> allowed;
    private final List<String> allowedNames;
    private final AlgorithmNames algorithms;
    private final JwkReader keys;
    private final Limits limits;
    private final boolean takesKey;
    private final boolean takesCertificates;

    HeaderReader(
            Set<SignatureAlgorithm> allowed,
            Sm2Profile sm2,
            Limits limits,
            boolean takesKey,
            boolean takesCertificates) {
        this.allowed = allowed;
        this.allowedNames = allowed.stream().map(AlgorithmNames::of).toList();
        this.algorithms = new AlgorithmNames(sm2);
        this.keys = JwkReader.standard().withSm2(sm2).withLimits(limits);
        this.limits = limits;
        this.takesKey = takesKey;
        this.takesCertificates = takesCertificates;
    }

    /** The header, or null when anything is wrong with it; then findings say what. */
    @Nullable
    JwsHeader read(byte[] json, FindingCollector findings) {
        Members members;
        try (JsonReader reader = JsonReader.open(json, null, limits, findings)) {
            if (reader.next() != JsonEvent.START_OBJECT) {
                findings.report(Finding.of(JwsRequirement.HEADER_OBJECT).build());
                return null;
            }
            members = Members.read(reader, "", JwsRequirement.MEMBER_FORM);
            reader.next();
        } catch (UnreadableJsonException e) {
            return null;
        }
        JwsHeader header = read(members, findings);
        return findings.isEmpty() ? header : null;
    }

    private @Nullable JwsHeader read(Members members, FindingCollector findings) {
        SignatureAlgorithm algorithm = algorithm(members);
        JwsHeader.Names names =
                new JwsHeader.Names(members.string("kid"), members.string("typ"), members.string("cty"));
        members.string("x5t");
        members.string("x5t#S256");
        checkCritical(members);
        if (members.isFalse("b64")) {
            members.report(Finding.of(JwsRequirement.ENCODED_PAYLOAD), "b64");
        }
        refuseKeys(members);
        Jwk key = takesKey ? key(members, findings) : null;
        List<X509Certificate> certificates = takesCertificates ? certificates(members) : List.of();
        return algorithm == null ? null : new JwsHeader(algorithm, names, key, certificates, members.values());
    }

    private @Nullable SignatureAlgorithm algorithm(Members members) {
        if (!members.has("alg")) {
            members.report(Finding.of(JwsRequirement.ALG_PRESENT), null);
            return null;
        }
        String name = members.string("alg");
        if (name == null) {
            return null;
        }
        SignatureAlgorithm algorithm = algorithms.find(name);
        if (algorithm == null || !allowed.contains(algorithm)) {
            members.report(
                    Finding.of(JwsRequirement.ALG_ALLOWED).with("found", name).with("allowed", allowedNames), "alg");
            return null;
        }
        return algorithm;
    }

    private static void checkCritical(Members members) {
        RawJson value = members.raw("crit");
        if (value == null) {
            return;
        }
        List<String> names = members.stringsOf(value);
        if (names == null
                || names.isEmpty()
                || new HashSet<>(names).size() < names.size()
                || names.stream().anyMatch(name -> REGISTERED.contains(name) || !members.has(name))) {
            members.report(Finding.of(JwsRequirement.CRIT_FORM), "crit");
            return;
        }
        members.report(Finding.of(JwsRequirement.CRIT_UNDERSTOOD).with("names", names), "crit");
    }

    private void refuseKeys(Members members) {
        List<String> refused = new ArrayList<>();
        for (String name : KEY_MEMBERS) {
            boolean taken = (takesKey && name.equals("jwk")) || (takesCertificates && name.equals("x5c"));
            if (members.has(name) && !taken) {
                refused.add(name);
            }
        }
        if (!refused.isEmpty()) {
            members.report(Finding.of(JwsRequirement.NO_HEADER_KEY).with("names", refused), null);
        }
    }

    private @Nullable Jwk key(Members members, FindingCollector findings) {
        RawJson value = members.raw("jwk");
        return value == null
                ? null
                : keys.readKey(value, finding -> {
                            // What there is to say of its JSON was said when the header was read.
                            if (!(finding.requirement() instanceof JsonRequirement)) {
                                findings.report(finding);
                            }
                        })
                        .orElse(null);
    }

    private static List<X509Certificate> certificates(Members members) {
        RawJson value = members.raw("x5c");
        if (value == null) {
            return List.of();
        }
        List<String> texts = members.stringsOf(value);
        List<X509Certificate> certificates = texts == null ? null : Certificates.read(texts);
        if (certificates == null || keyOf(certificates) == null) {
            members.report(Finding.of(JwsRequirement.CERTIFICATE_FORM).with("limit", Certificates.MAX), "x5c");
            return List.of();
        }
        return certificates;
    }

    /** The signer's key, or null when it is of a kind that is not supported. */
    static @Nullable VerificationKey keyOf(List<X509Certificate> certificates) {
        try {
            return VerificationKey.of(certificates.get(0));
        } catch (UnusableKeyException e) {
            return null;
        }
    }
}
