package io.xuemeng.conformance.relyingparty;

import io.xuemeng.core.crypto.SigningKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An issuer that the kit plays. Immutable.
 *
 * @param id its address
 * @param path of that address, at the kit's host
 * @param key with which it signs
 * @param given its keys, for a relying party that is given them; null for one that finds them out
 * @param anchors why it is to be trusted; empty when it is by name
 */
record PublishedIssuer(
        String id, String path, SigningKey key, @Nullable String given, List<AnchorKeys> anchors) {}
