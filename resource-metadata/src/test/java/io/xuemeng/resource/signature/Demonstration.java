package io.xuemeng.resource.signature;

import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.crypto.SigningKey;
import io.xuemeng.core.crypto.certificate.TrustAnchors;
import io.xuemeng.core.crypto.certificate.ValidationMaterial;
import io.xuemeng.core.crypto.demonstration.DemonstrationAuthority;
import io.xuemeng.core.crypto.demonstration.DemonstrationRole;
import io.xuemeng.core.crypto.demonstration.DemonstrationTimestampAuthority;
import io.xuemeng.core.crypto.timestamp.TimestampClient;
import io.xuemeng.core.crypto.timestamp.TimestampSource;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Signers of every role with the authorities above them, all of one kind of key, and the trust in them. */
final class Demonstration {

    /** When everything is signed; certificates and revocation lists are valid from then on, for as long as tests will run. */
    static final Instant NOW = Instant.parse("2026-10-01T00:00:00Z");

    private static final Instant UNTIL = Instant.parse("2126-10-01T00:00:00Z");

    private final Map<DemonstrationRole, DemonstrationAuthority> authorities = new EnumMap<>(DemonstrationRole.class);
    private final Map<DemonstrationRole, SigningKey> keys = new EnumMap<>(DemonstrationRole.class);
    private final KeyType type;

    Demonstration(KeyType type) {
        this.type = type;
        DemonstrationAuthority root = DemonstrationAuthority.root(type, NOW, UNTIL);
        for (DemonstrationRole role : DemonstrationRole.values()) {
            DemonstrationAuthority authority = root.subordinate(role, NOW, UNTIL);
            authorities.put(role, authority);
            keys.put(role, authority.issue(role, NOW, UNTIL));
        }
    }

    SigningKey key(DemonstrationRole role) {
        return keys.get(role);
    }

    DemonstrationAuthority authority(DemonstrationRole role) {
        return authorities.get(role);
    }

    ValidationMaterial material() {
        List<X509CRL> lists = new ArrayList<>();
        for (DemonstrationAuthority authority : authorities.values()) {
            lists.add(authority.revocationList(NOW, UNTIL));
        }
        try {
            return ValidationMaterial.of(List.of(), lists, List.of());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    PackageSigner signer(SignerRole role) {
        return PackageSigner.as(role, key(DemonstrationRole.valueOf(role.name())))
                .embedding(material())
                .withClock(Clock.fixed(NOW.plusSeconds(60), ZoneOffset.UTC));
    }

    TimestampSource timestamps() {
        return TimestampClient.of(
                new DemonstrationTimestampAuthority(
                        key(DemonstrationRole.TIMESTAMP_AUTHORITY),
                        material()
                                .concerning(key(DemonstrationRole.TIMESTAMP_AUTHORITY)
                                        .certificates()),
                        Clock.fixed(NOW.plusSeconds(120), ZoneOffset.UTC)),
                key(DemonstrationRole.TIMESTAMP_AUTHORITY).algorithm().digest());
    }

    /** Trusts each authority in its own role, and for timestamps. */
    PackageTrust trust() {
        PackageTrust.Builder trust = PackageTrust.builder();
        for (SignerRole role : SignerRole.values()) {
            trust.trust(role, anchors(DemonstrationRole.valueOf(role.name())));
        }
        return trust.timestamps(anchors(DemonstrationRole.TIMESTAMP_AUTHORITY)).build();
    }

    private TrustAnchors anchors(DemonstrationRole role) {
        return authorities.get(role).trust();
    }

    @Override
    public String toString() {
        return type.toString();
    }
}
