package io.xuemeng.examples.platform;

import io.xuemeng.examples.platform.account.Accounts;
import io.xuemeng.examples.platform.account.Passwords;
import io.xuemeng.identity.token.EducationStage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code xuemeng-platform account}: makes the line of an account for the file of {@code --accounts}, so that no password stands in it. */
@Command(name = "account", mixinStandardHelpOptions = true, versionProvider = PlatformVersion.class)
final class AccountCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final Language language = new Language();

    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "account.name")
    @SuppressWarnings("NullAway.Init")
    private String name;

    @Parameters(index = "1", paramLabel = "ROLE", descriptionKey = "account.role")
    @SuppressWarnings("NullAway.Init")
    private String role;

    @Option(names = "--set", paramLabel = "KEY=VALUE", descriptionKey = "account.set")
    private Map<String, String> more = new LinkedHashMap<>();

    @Override
    public Integer call() throws IOException {
        Locale locale = language.locale();
        if (!name.matches("[^\\s#]+")) {
            throw wrong(locale, "wrong.accountName");
        }
        spec.commandLine().getErr().println(Texts.of(locale, "type.password"));
        @Nullable
        String password = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        if (password == null || password.isEmpty()) {
            throw wrong(locale, "no.password");
        }
        StringBuilder line = new StringBuilder(name + ' ' + Passwords.hash(password) + ' ' + role);
        more.forEach((key, value) -> line.append(' ').append(key).append('=').append(value));
        try {
            Accounts.parse(line.toString());
        } catch (Accounts.UnknownWordException e) {
            throw new ParameterException(spec.commandLine(), unknownWord(locale, e.word()));
        }
        spec.commandLine().getOut().println(line);
        return Platform.DONE;
    }

    private ParameterException wrong(Locale locale, String key) {
        return new ParameterException(spec.commandLine(), Texts.of(locale, key));
    }

    /** What can be said of an account, unlike this. */
    static String unknownWord(Locale locale, String word) {
        String stages = Arrays.stream(EducationStage.values())
                .map(EducationStage::claim)
                .collect(Collectors.joining("|"));
        return Texts.of(locale, "wrong.accountWord", word, stages);
    }
}
