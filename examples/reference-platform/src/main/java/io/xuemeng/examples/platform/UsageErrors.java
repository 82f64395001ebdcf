package io.xuemeng.examples.platform;

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
        return Platform.USAGE;
    }

    private String sentence(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            return Texts.of(locale, "usage.unknown", String.join(" ", unmatched.getUnmatched()));
        }
        if (e instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            ArgSpec argument = missing.getMissing().get(0);
            return Texts.of(locale, "usage.missing", name(argument), argument.paramLabel());
        }
        if (e instanceof OverwrittenOptionException overwritten) {
            return Texts.of(locale, "usage.twice", name(overwritten.getOverwritten()));
        }
        if (e.getArgSpec() != null && e.getValue() != null) {
            return Texts.of(locale, "usage.value", name(e.getArgSpec()), e.getValue());
        }
        return String.valueOf(e.getMessage()); // one of our own, which is in the reader's language
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
