package io.xuemeng.resource.profile;

import java.util.List;
import java.util.stream.Collectors;

/** A profile file cannot be used. It lists every problem, each with its line, so that the file can be mended in one go. */
public final class InvalidProfileException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /**
     * One problem of a profile file. Immutable.
     *
     * @param line the line, from 1
     * @param column the column, from 1
     * @param path the place as a JSON Pointer
     * @param message what is wrong and what is allowed
     */
    public record Problem(int line, int column, String path, String message) implements java.io.Serializable {

        /** {@code line 12, column 5 (/elements/3/path): there is no element general.titel …}. */
        @Override
        public String toString() {
            return "line " + line + ", column " + column + (path.isEmpty() ? "" : " (" + path + ")") + ": " + message;
        }
    }

    private final transient List<Problem> problems;

    InvalidProfileException(String file, List<Problem> problems) {
        super(problems.stream()
                .map(Problem::toString)
                .collect(Collectors.joining("\n  ", "the profile " + file + " cannot be used:\n  ", "")));
        this.problems = List.copyOf(problems);
    }

    /** Every problem, in the order of the file; empty after deserialisation, when the message still tells them. */
    public List<Problem> problems() {
        return problems == null ? List.of() : problems;
    }
}
