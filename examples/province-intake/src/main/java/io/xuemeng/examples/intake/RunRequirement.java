package io.xuemeng.examples.intake;

import io.xuemeng.core.requirement.Level;
import io.xuemeng.core.requirement.MessageBundle;
import io.xuemeng.core.requirement.Requirement;
import io.xuemeng.core.requirement.Severity;
import io.xuemeng.core.requirement.TextPart;
import java.util.Locale;

/** Why an input could not be judged to its end. These are findings about a run, so that a batch goes on past them. */
enum RunRequirement implements Requirement {
    /** The file could not be read from disk. */
    NOT_READ("RUN-001"),
    /** The time limit of one input was reached. */
    TIME_LIMIT("RUN-002"),
    /** The memory of the process did not suffice. */
    OUT_OF_MEMORY("RUN-003"),
    /** The validator itself failed. */
    VALIDATOR_FAILED("RUN-004");

    private static final MessageBundle TEXTS =
            MessageBundle.load("messages", name -> RunRequirement.class.getResourceAsStream(name));

    private final String id;

    RunRequirement(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Level level() {
        return Level.MUST;
    }

    @Override
    public Severity severity() {
        return Severity.FATAL;
    }

    @Override
    public String source() {
        return PROFILE_DECISION;
    }

    @Override
    public String text(TextPart part, Locale locale) {
        return TEXTS.text(id, part, locale);
    }
}
