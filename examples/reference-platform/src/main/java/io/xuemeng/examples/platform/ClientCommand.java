package io.xuemeng.examples.platform;

import io.xuemeng.lrs.server.Scope;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code xuemeng-platform client}: makes the line of a client for the file of {@code --clients}, so that no secret stands in it. */
@Command(name = "client", mixinStandardHelpOptions = true, versionProvider = PlatformVersion.class)
final class ClientCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final Language language = new Language();

    @Parameters(paramLabel = "NAME", descriptionKey = "client.name")
    @SuppressWarnings("NullAway.Init")
    private String name;

    @Option(names = "--scope", paramLabel = "SCOPE", split = ",", defaultValue = "all", descriptionKey = "client.scope")
    private List<String> scopes = List.of();

    @Override
    public Integer call() throws IOException {
        Locale locale = language.locale();
        if (!name.matches("[^\\s:#]+")) {
            throw new ParameterException(spec.commandLine(), Texts.of(locale, "wrong.name"));
        }
        for (String scope : scopes) {
            if (Scope.of(scope).isEmpty()) {
                throw new ParameterException(spec.commandLine(), Texts.of(locale, "wrong.scope", scope, Scopes.all()));
            }
        }
        spec.commandLine().getErr().println(Texts.of(locale, "type.secret"));
        @Nullable
        String secret = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        if (secret == null || secret.isEmpty()) {
            throw new ParameterException(spec.commandLine(), Texts.of(locale, "no.secret"));
        }
        spec.commandLine().getOut().println(name + ' ' + SecretHash.of(secret).text() + ' ' + String.join(",", scopes));
        return Platform.DONE;
    }
}
