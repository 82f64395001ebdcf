package io.xuemeng.identity.token;

import io.xuemeng.core.json.RawJson;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Copies of claims that keep their order. */
final class Ordered {

    private Ordered() {}

    static Map<String, RawJson> copy(Map<String, RawJson> claims) {
        return claims.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(claims));
    }
}
