package io.xuemeng.examples.intake;

import io.xuemeng.examples.intake.report.Texts;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Says in the reader's language what is wrong with a command line, and how it is used.
 *
 * @param locale the reader's language
 */
record UsageErrors(Locale locale) implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        PrintWriter err = e.getCommandLine().getErr();
        err.println(sentence(e));
        err.println();
        e.getCommandLine().usage(err);
        return Intake.USAGE;
    }

    private String sentence(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            return Texts.of(locale, "usage.unknown", String.join(" ", unmatched.getUnmatched()));
        }
        if (e instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            return missing(missing.getMissing().get(0));
        }
        if (e instanceof OverwrittenOptionException overwritten) {
            return Texts.of(locale, "usage.twice", name(overwritten.getOverwritten()));
        }
        if (e.getArgSpec() != null && e.getValue() != null) {
            return e.getValue().indexOf(FileNames.UNDECODED) < 0
                    ? Texts.of(locale, "usage.value", name(e.getArgSpec()), e.getValue())
                    : Texts.of(locale, "usage.path", e.getValue());
        }
        return String.valueOf(e.getMessage()); // one of our own, which is in the reader's language
    }

    private String missing(ArgSpec missing) {
        return missing.isOption()
                ? Texts.of(locale, "usage.noValue", name(missing), missing.paramLabel())
                : Texts.of(locale, "usage.noPath", missing.paramLabel());
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
