package io.xuemeng.examples.intake;

import io.xuemeng.core.requirement.CodedRequirement;
import io.xuemeng.core.requirement.Level;
import io.xuemeng.core.requirement.MessageBundle;
import io.xuemeng.core.requirement.Rule;
import io.xuemeng.core.requirement.Severity;

/** Why an input could not be judged to its end. These are findings about a run, so that a batch goes on past them. */
enum RunRequirement implements CodedRequirement {
    /** The file could not be read from disk, for a reason that has no requirement of its own. */
    NOT_READ("RUN-001"),
    /** The time limit of one input was reached. */
    TIME_LIMIT("RUN-002"),
    /** The memory of the process did not suffice. */
    OUT_OF_MEMORY("RUN-003"),
    /** The validator itself failed. */
    VALIDATOR_FAILED("RUN-004"),
    /** There is no such file. */
    NOT_FOUND("RUN-005"),
    /** The user may not read the file. */
    NOT_ALLOWED("RUN-006"),
    /** A pipe, a device or a socket, which may never end. */
    NOT_A_FILE("RUN-007");

    private static final MessageBundle TEXTS =
            MessageBundle.load("messages", name -> RunRequirement.class.getResourceAsStream(name));

    private final Rule rule;

    RunRequirement(String id) {
        this.rule = new Rule(id, Level.MUST, Severity.FATAL, PROFILE_DECISION);
    }

    @Override
    public Rule rule() {
        return rule;
    }

    @Override
    public MessageBundle texts() {
        return TEXTS;
    }
}
