package io.xuemeng.lrs.statement;

import io.xuemeng.core.json.RawJson;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a community adds to a definition, a result or a context: any JSON under the IRI that names its meaning (扩展). The JSON is
 * kept exactly. Immutable.
 *
 * @param values by IRI as found, right or wrong; validation judges the keys and never the values
 * @see <a href="https://github.com/adlnet/xAPI-Spec/blob/master/xAPI-Data.md#41-extensions">Data 4.1; IEEE 9274.1.1-2023,
 *     4.2.7</a>
 */
public record Extensions(Map<String, RawJson> values) {

    /** Copies the map. */
    public Extensions {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        values.forEach((key, value) -> {
            if (key == null || value == null) {
                throw new NullPointerException("extensions have no null; JSON's null is RawJson.of(\"null\")");
            }
        });
    }

    /** One extension. */
    public static Extensions of(String iri, RawJson value) {
        return new Extensions(Map.of(iri, value));
    }

    /** These and one more, or with another value for one of them. */
    public Extensions and(String iri, RawJson value) {
        Map<String, RawJson> more = new LinkedHashMap<>(values);
        more.put(iri, value);
        return new Extensions(more);
    }

    /** The value under an IRI. */
    public Optional<RawJson> get(String iri) {
        return Optional.ofNullable(values.get(iri));
    }

    /** The keys only: the values may be anybody's data. */
    @Override
    public String toString() {
        return "Extensions" + values.keySet();
    }
}
