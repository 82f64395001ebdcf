package io.xuemeng.lrs.statement;

import jakarta.validation.Valid;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What came out of it (结果). Immutable.
 *
 * @param score how well it was done; null when absent
 * @param success whether it was a success; null when absent
 * @param completion whether it was completed; null when absent
 * @param response what was answered; null when absent
 * @param duration how long it took, a duration of ISO 8601 as found, right or wrong; validation judges it; null when absent
 * @param extensions what a community adds; null when absent
 * @see <a href="https://github.com/adlnet/xAPI-Spec/blob/master/xAPI-Data.md#245-result">Data 2.4.5; IEEE 9274.1.1-2023,
 *     4.2.2.4</a>
 */
@Conforming
@Conforming(version = XapiVersion.V1_0, groups = Xapi10.class)
public record Result(
        @Valid @Nullable Score score,
        @Nullable Boolean success,
        @Nullable Boolean completion,
        @Nullable String response,
        @Nullable String duration,
        @Nullable Extensions extensions) {

    /** An empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder with a score from −1 to 1. */
    public static Builder score(double scaled) {
        return builder().score(Score.scaled(scaled));
    }

    /** A builder that starts from this. */
    public Builder toBuilder() {
        return new Builder()
                .score(score)
                .success(success)
                .completion(completion)
                .response(response)
                .duration(duration)
                .extensions(extensions);
    }

    /** Without the response, which is somebody's own words. */
    @Override
    public String toString() {
        return "Result[score=" + score + ", success=" + success + ", completion=" + completion + ", duration="
                + duration + "]";
    }

    /** Builds a {@link Result}. Not thread-safe. */
    public static final class Builder {

        private @Nullable Score score;
        private @Nullable Boolean success;
        private @Nullable Boolean completion;
        private @Nullable String response;
        private @Nullable String duration;
        private @Nullable Extensions extensions;

        private Builder() {}

        /** Sets {@link Result#score()}; null removes it. */
        public Builder score(@Nullable Score value) {
            score = value;
            return this;
        }

        /** Sets {@link Result#success()}; null removes it. */
        public Builder success(@Nullable Boolean value) {
            success = value;
            return this;
        }

        /** Sets {@link Result#completion()}; null removes it. */
        public Builder completion(@Nullable Boolean value) {
            completion = value;
            return this;
        }

        /** Sets {@link Result#response()}; null removes it. */
        public Builder response(@Nullable String value) {
            response = value;
            return this;
        }

        /** Sets {@link Result#duration()} as it is written; null removes it. */
        public Builder duration(@Nullable String value) {
            duration = value;
            return this;
        }

        /** Sets {@link Result#duration()} in hours, minutes and seconds. */
        public Builder duration(Duration value) {
            return duration(value.toString());
        }

        /** Sets {@link Result#extensions()}; null removes it. */
        public Builder extensions(@Nullable Extensions value) {
            extensions = value;
            return this;
        }

        /** The result. */
        public Result build() {
            return new Result(score, success, completion, response, duration, extensions);
        }
    }
}
