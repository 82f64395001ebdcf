package io.xuemeng.conformance.validator;

import io.xuemeng.conformance.command.CommandLine;
import io.xuemeng.conformance.command.JsonContract;

/** A validator that is a command, started once for each package. */
final class CommandValidation implements PackageValidation {

    private final CommandLine command;

    CommandValidation(CommandLine command) {
        this.command = command;
    }

    @Override
    public Judgement judge(ValidationRequest request) {
        String output = command.run(ValidatorContract.places(request), ValidatorContract.question(request) + '\n');
        return ValidatorContract.judgement(JsonContract.answer(output));
    }

    @Override
    public String replay(ValidationRequest request) {
        return command.replay(ValidatorContract.places(request), ValidatorContract.question(request));
    }
}
