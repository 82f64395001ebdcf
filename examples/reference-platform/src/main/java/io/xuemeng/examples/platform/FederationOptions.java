package io.xuemeng.examples.platform;

import io.xuemeng.core.crypto.UnusableKeyException;
import io.xuemeng.examples.platform.account.Accounts;
import io.xuemeng.examples.platform.federation.Entity;
import io.xuemeng.examples.platform.federation.EntityDescription;
import io.xuemeng.examples.platform.federation.EntityKeys;
import io.xuemeng.examples.platform.federation.Role;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say who the platform is in the federation. Without {@code --role} it is nobody, and a record store only. */
final class FederationOptions {

    /** Of these options, what a hub has a use for; or has not, and says so in words of its own. */
    private static final Set<String> OF_A_HUB =
            Set.of("--role", "--entity", "--name", "--keys", "--anchor", "--member", "--allow-origin");

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Option(names = "--role", paramLabel = "hub|province|platform", descriptionKey = "role")
    private @Nullable String role;

    @Option(names = "--entity", paramLabel = "ADDRESS", descriptionKey = "entity")
    private @Nullable URI entity;

    @Option(names = "--name", paramLabel = "NAME", descriptionKey = "name")
    private @Nullable String name;

    @Option(names = "--keys", paramLabel = "DIR", descriptionKey = "keys")
    private @Nullable Path keys;

    @Option(names = "--anchor", paramLabel = "FILE", descriptionKey = "anchor")
    private @Nullable Path anchor;

    @Option(names = "--superior", paramLabel = "ADDRESS", descriptionKey = "superior")
    private @Nullable String superior;

    @Option(names = "--member", paramLabel = "FILE", arity = "1..*", descriptionKey = "member")
    private List<Path> members = List.of();

    @Option(names = "--accounts", paramLabel = "FILE", descriptionKey = "accounts")
    private @Nullable Path accounts;

    @Option(names = "--allow-origin", paramLabel = "ORIGIN", arity = "1..*", descriptionKey = "allowOrigin")
    private List<URI> allowedOrigins = List.of();

    @Option(names = "--sm2", descriptionKey = "sm2")
    private boolean sm2;

    @Option(names = "--testing", descriptionKey = "testing")
    private boolean testing;

    /** What the options say; empty when there is no {@code --role}. */
    Optional<IdentityPart.Settings> settings(Locale locale) throws IOException, UnusableKeyException {
        if (role == null) {
            refuse(locale, "wrong.withoutRole", Set.of());
            return Optional.empty();
        }
        Role known = role(locale, role);
        if (!known.hasPeople()) {
            refuse(locale, "wrong.atHub", OF_A_HUB);
        }
        checkOrigins(locale);
        URI id = entity(locale, entity);
        if (keys == null) {
            throw wrong(locale, "missing.option", "--keys");
        }
        if ((known == Role.HUB) != (anchor == null)) {
            throw wrong(locale, "wrong.anchor");
        }
        if (!known.hasMembers() && !members.isEmpty()) {
            throw wrong(locale, "wrong.member");
        }
        EntityDescription hub = anchor == null ? null : EntityDescription.read(anchor);
        List<EntityDescription> below = new ArrayList<>();
        for (Path member : members) {
            below.add(EntityDescription.read(member));
        }
        Entity.Settings settings = new Entity.Settings(
                id,
                known,
                name == null ? id.getHost() : name,
                EntityKeys.in(keys),
                hub,
                hub == null ? null : superior == null ? hub.entity() : superior,
                below,
                allowedOrigins);
        if (!"https".equals(id.getScheme()) && !settings.isDemonstration()) {
            throw wrong(locale, "wrong.entity", id);
        }
        return Optional.of(new IdentityPart.Settings(settings, accounts(locale), sm2, testing));
    }

    /** Refuses options of this class that would be left aside without a word: all but some. */
    private void refuse(Locale locale, String key, Set<String> butFor) {
        command.mixins().values().stream()
                .filter(mixin -> mixin.userObject() == this)
                .flatMap(mixin -> mixin.options().stream())
                .map(OptionSpec::longestName)
                .filter(option -> !butFor.contains(option)
                        && command.commandLine().getParseResult().hasMatchedOption(option))
                .findFirst()
                .ifPresent(option -> {
                    throw wrong(locale, key, option);
                });
    }

    /** Whether {@code --role} makes it a hub. */
    boolean isHub() {
        return Role.HUB.text().equals(role);
    }

    /** The role that {@code --role} names. */
    private Role role(Locale locale, String text) {
        return Role.of(text).orElseThrow(() -> wrong(locale, "wrong.role", text));
    }

    private URI entity(Locale locale, @Nullable URI address) {
        if (address == null) {
            throw wrong(locale, "missing.option", "--entity");
        }
        if (!Addresses.isOrigin(address) || (!"https".equals(address.getScheme()) && !Addresses.isLoopback(address))) {
            throw wrong(locale, "wrong.entity", address);
        }
        return address;
    }

    private void checkOrigins(Locale locale) {
        for (URI origin : allowedOrigins) {
            boolean plain = "http".equals(origin.getScheme()) && !Addresses.isLoopback(origin);
            if (!Addresses.isOrigin(origin) || plain) {
                throw wrong(locale, "wrong.allowOrigin", origin);
            }
        }
    }

    private Accounts accounts(Locale locale) throws IOException {
        try {
            return accounts == null ? Accounts.none() : Accounts.read(accounts);
        } catch (Accounts.MalformedLineException e) {
            @Nullable String word = e.word();
            throw word == null
                    ? wrong(locale, "wrong.accountLine", String.valueOf(accounts), e.line())
                    : wrong(
                            locale,
                            "wrong.inAccountLine",
                            String.valueOf(accounts),
                            e.line(),
                            AccountCommand.unknownWord(locale, word));
        }
    }

    private ParameterException wrong(Locale locale, String key, Object... arguments) {
        return new ParameterException(command.commandLine(), Texts.of(locale, key, arguments));
    }
}
