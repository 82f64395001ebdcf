package io.xuemeng.conformance.result;

import io.xuemeng.conformance.text.Bilingual;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one run of the kit says of a platform: the canonical result, from which all reports are made. Immutable.
 *
 * @param format the version of this form, {@value #FORMAT}
 * @param kit the kit's version
 * @param catalogue the hash over all requirements, levels and tests that this kit knows
 * @param platform the platform, as its target file names it
 * @param target the SHA-256 of the target file as it was read, without the values of secrets; null for a run in process
 * @param run the run's own id, under which it kept its data apart
 * @param started when it began, as ISO 8601 with UTC
 * @param millis how long it took, in milliseconds
 * @param selection the ids to which the run was limited; empty when it was not
 * @param conclusion what is concluded for all declared roles together
 * @param asExpected whether the failures are exactly those of the file of expected failures; null without such a file
 * @param problems what was wrong with the run as a whole, such as an expected failure that did not happen
 * @param roles each declared role
 */
public record RunResult(
        int format,
        String kit,
        String catalogue,
        String platform,
        @Nullable String target,
        String run,
        String started,
        long millis,
        List<String> selection,
        Conclusion conclusion,
        @Nullable Boolean asExpected,
        List<Bilingual> problems,
        List<RoleResult> roles) {

    /** The version of the form. */
    public static final int FORMAT = 1;

    /** Copies the lists. */
    public RunResult {
        selection = List.copyOf(selection);
        problems = List.copyOf(problems);
        roles = List.copyOf(roles);
    }

    /**
     * What the process ends with: 0, 1 or 2. With a file of expected failures, 0 also when the failures are exactly those, and
     * 1 whenever they are not.
     */
    public int exitCode() {
        if (asExpected == null || conclusion == Conclusion.NO_VERDICT) {
            return conclusion.exitCode();
        }
        return asExpected ? 0 : Conclusion.NOT_CONFORMANT.exitCode();
    }
}
