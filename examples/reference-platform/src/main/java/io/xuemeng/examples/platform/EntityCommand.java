package io.xuemeng.examples.platform;

import io.xuemeng.core.crypto.UnusableKeyException;
import io.xuemeng.examples.platform.federation.Entity;
import io.xuemeng.examples.platform.federation.EntityDescription;
import io.xuemeng.examples.platform.federation.EntityKeys;
import io.xuemeng.examples.platform.federation.Role;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code xuemeng-platform entity}: prints who an entity is and its public keys, for its superior, or, of the hub, for everybody. Keys that
 * are not there yet are made.
 */
@Command(name = "entity", mixinStandardHelpOptions = true, versionProvider = PlatformVersion.class)
final class EntityCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final Language language = new Language();

    @Option(names = "--role", paramLabel = "hub|province|platform", required = true, descriptionKey = "role")
    @SuppressWarnings("NullAway.Init")
    private String role;

    @Option(names = "--entity", paramLabel = "ADDRESS", required = true, descriptionKey = "entity")
    @SuppressWarnings("NullAway.Init")
    private URI entity;

    @Option(names = "--keys", paramLabel = "DIR", required = true, descriptionKey = "keys")
    @SuppressWarnings("NullAway.Init")
    private Path keys;

    @Override
    public Integer call() throws IOException, UnusableKeyException {
        Locale locale = language.locale();
        Role known = Role.of(role)
                .orElseThrow(() -> new ParameterException(spec.commandLine(), Texts.of(locale, "wrong.role", role)));
        if (!Addresses.isOrigin(entity)) {
            throw new ParameterException(spec.commandLine(), Texts.of(locale, "wrong.entity", entity));
        }
        EntityDescription description = new EntityDescription(
                entity.toString(),
                known.entityTypes(),
                Entity.keySet(EntityKeys.in(keys).federation()));
        spec.commandLine().getOut().println(new String(description.toJson(), StandardCharsets.UTF_8));
        return Platform.DONE;
    }
}
