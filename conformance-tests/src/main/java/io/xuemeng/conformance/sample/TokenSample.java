package io.xuemeng.conformance.sample;

import io.xuemeng.core.requirement.Level;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A token, all that it is to be judged by, and the right answer. Immutable.
 *
 * @param requirement the requirement that it is about
 * @param number which one of that requirement's it is, from 1
 * @param label what is special about it; {@code -} for one that is as it should be
 * @param good whether it is to be accepted
 * @param level how strongly the clause says so: {@link Level#MUST} or {@link Level#SHOULD}
 * @param features of the kit's role {@code relying-party}: whoever lacks one of them need not judge it
 * @param time when it is shown; whoever judges it takes this for the present
 * @param question what the kit's hook is asked, as {@code docs/conformance/tokens.md} has it; null when it is left out because it is too large
 * @param documents what there is to fetch, by address, when keys or chains are to be found out; anything else is not there
 */
public record TokenSample(
        String requirement,
        int number,
        String label,
        boolean good,
        Level level,
        List<String> features,
        Instant time,
        @Nullable String question,
        Map<String, Document> documents) {

    /** Copies the collections. */
    public TokenSample {
        features = List.copyOf(features);
        documents = Map.copyOf(documents);
    }

    /**
     * Something to fetch. Immutable.
     *
     * @param status the HTTP status; 0 when the connection is closed without an answer
     * @param type the media type
     * @param body the text
     */
    public record Document(int status, String type, String body) {}

    /** The name of the file and which one in it: {@code TOK-013.json, 2: ended}. */
    @Override
    public String toString() {
        return requirement + ".json, " + number + ": " + label;
    }
}
