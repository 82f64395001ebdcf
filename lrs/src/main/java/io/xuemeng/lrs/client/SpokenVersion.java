package io.xuemeng.lrs.client;

import io.xuemeng.lrs.statement.XapiVersion;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The version a client speaks: as set, else the newest that both sides speak, which the store is asked for once. Thread-safe. */
final class SpokenVersion {

    private final Supplier<LrsAbout> about;
    private volatile @Nullable XapiVersion version;

    /**
     * For a client.
     *
     * @param set what is spoken; null when the store is to be asked
     * @param about asks the store
     */
    SpokenVersion(@Nullable XapiVersion set, Supplier<LrsAbout> about) {
        this.version = set;
        this.about = about;
    }

    /** The version, unless the store has to be asked first. */
    @Nullable
    XapiVersion known() {
        return version;
    }

    XapiVersion get() {
        XapiVersion known = version;
        return known != null ? known : negotiate();
    }

    private synchronized XapiVersion negotiate() {
        XapiVersion known = version;
        if (known == null) {
            known = newest(about.get());
            version = known;
        }
        return known;
    }

    private static XapiVersion newest(LrsAbout about) {
        for (XapiVersion candidate : new XapiVersion[] {XapiVersion.V2_0, XapiVersion.V1_0}) {
            if (about.versions().stream().anyMatch(candidate::includes)) {
                return candidate;
            }
        }
        throw new LrsAnswerException(
                "GET about", 200, "no version of xAPI that this client speaks (1.0.x, 2.0.x): " + about.versions());
    }
}
