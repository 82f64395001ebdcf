package io.xuemeng.identity.hub;

import io.xuemeng.core.json.RawJson;
import io.xuemeng.core.requirement.SafeText;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The hub refused a request. It keeps the hub's own code and words, whether or not they are known here. */
public final class HubRefusedException extends HubException {

    private static final long serialVersionUID = 1L;

    private final HubError error;
    private final String code;
    private final String description;
    private final transient @Nullable RawJson data;

    HubRefusedException(String path, String code, String description, @Nullable RawJson data) {
        super(
                "the hub refused " + path + " with " + SafeText.argument(code) + " \"" + SafeText.argument(description)
                        + "\": " + HubError.of(code).message(Locale.ENGLISH),
                null);
        this.error = HubError.of(code);
        this.code = code;
        this.description = description;
        this.data = data;
    }

    /** What went wrong. */
    public HubError error() {
        return error;
    }

    /** The hub's code ({@code retCode}), as it came. */
    public String code() {
        return code;
    }

    /** The hub's words ({@code retDesc}), as they came; empty when there were none. */
    public String description() {
        return description;
    }

    /** What came with it ({@code data}), such as the address at which a person can be verified; empty when nothing did. */
    public Optional<RawJson> data() {
        return Optional.ofNullable(data);
    }
}
