package io.xuemeng.examples.platform;

import io.xuemeng.core.crypto.UnusableKeyException;
import io.xuemeng.core.crypto.certificate.TrustAnchors;
import io.xuemeng.examples.platform.web.TrustedProxies;
import io.xuemeng.lrs.server.EngineLimits;
import io.xuemeng.lrs.server.Scope;
import io.xuemeng.lrs.statement.XapiVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code xuemeng-platform serve}: runs until it is told to stop. */
@Command(name = "serve", mixinStandardHelpOptions = true, versionProvider = PlatformVersion.class)
final class ServeCommand implements Callable<Integer> {

    /** Of the options of this class, those that are not about a record store. */
    private static final Set<String> OF_NO_STORE = Set.of("--host", "--port", "--store", "--behind-proxy");

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final Language language = new Language();

    @Mixin
    private final FederationOptions federation = new FederationOptions();

    @Option(names = "--host", paramLabel = "HOST", defaultValue = "localhost", descriptionKey = "host")
    @SuppressWarnings("NullAway.Init")
    private String host;

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "8080", descriptionKey = "port")
    private int port;

    @Option(names = "--store", paramLabel = "h2:DIR|jdbc:postgresql:…", descriptionKey = "store")
    private @Nullable String store;

    @Option(names = "--connections", paramLabel = "N", defaultValue = "16", descriptionKey = "connections")
    private int connections;

    @Option(names = "--sync", descriptionKey = "sync")
    private boolean synced;

    @Option(names = "--audit-key", paramLabel = "FILE", descriptionKey = "auditKey")
    private @Nullable Path auditKeyFile;

    @Option(names = "--signers", paramLabel = "DIR", descriptionKey = "signers")
    private @Nullable Path signersFolder;

    @Option(names = "--client", paramLabel = "NAME:SECRET", arity = "1..*", descriptionKey = "client")
    private List<String> clients = List.of();

    @Option(names = "--clients", paramLabel = "FILE", descriptionKey = "clients")
    private @Nullable Path clientsFile;

    @Option(names = "--scope", paramLabel = "NAME=SCOPE,…", arity = "1..*", descriptionKey = "scope")
    private Map<String, String> scopes = new LinkedHashMap<>();

    @Option(names = "--home-page", paramLabel = "IRI", defaultValue = "http://localhost", descriptionKey = "homePage")
    @SuppressWarnings("NullAway.Init")
    private String homePage;

    @Option(names = "--cors", paramLabel = "ORIGIN", arity = "1..*", descriptionKey = "cors")
    private List<String> origins = List.of();

    @Option(names = "--behind-proxy", paramLabel = "ADDRESS", split = ",", descriptionKey = "behindProxy")
    private List<String> proxies = List.of();

    @Option(names = "--max-statements", paramLabel = "MIB", defaultValue = "16", descriptionKey = "maxStatements")
    private int maxStatements;

    @Option(names = "--max-attachment", paramLabel = "MIB", defaultValue = "64", descriptionKey = "maxAttachment")
    private int maxAttachment;

    @Option(names = "--max-request", paramLabel = "MIB", defaultValue = "256", descriptionKey = "maxRequest")
    private int maxRequest;

    @Option(names = "--max-document", paramLabel = "MIB", defaultValue = "16", descriptionKey = "maxDocument")
    private int maxDocument;

    @Option(names = "--xapi", paramLabel = "VERSION", split = ",", descriptionKey = "xapi")
    private List<String> versions = List.of();

    @Option(names = "--page", paramLabel = "N", defaultValue = "500", descriptionKey = "page")
    private int page;

    @Option(names = "--rate", paramLabel = "N", defaultValue = "0", descriptionKey = "rate")
    private int rate;

    @Override
    public Integer call() throws IOException, SQLException, InterruptedException, UnusableKeyException {
        Locale locale = language.locale();
        if (store == null && federation.isHub()) {
            checkNothingIsStored(locale);
        }
        Clients known = clients(locale);
        IdentityPart.Settings identity = federation.settings(locale).orElse(null);
        PlatformServer server = PlatformServer.start(
                new PlatformServer.Settings(host, port, proxies(locale), known, records(locale), identity));
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            server.close();
                            stopped.countDown();
                        },
                        "stopping"));
        spec.commandLine().getOut().println(Texts.of(locale, "ready", server.address()));
        stopped.await();
        return Platform.DONE;
    }

    /** Refuses options of this class that would be left aside without a word. */
    private void checkNothingIsStored(Locale locale) {
        Set<OptionSpec> ofMixins = spec.mixins().values().stream()
                .flatMap(mixin -> mixin.options().stream())
                .collect(Collectors.toSet());
        for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
            if (!ofMixins.contains(option) && !OF_NO_STORE.contains(option.longestName())) {
                throw wrong(locale, "wrong.withoutStore", option.longestName());
            }
        }
    }

    /** How records are kept; a hub keeps none. */
    private Records.@Nullable Settings records(Locale locale) throws IOException {
        if (store == null && federation.isHub()) {
            return null;
        }
        if (store == null) {
            throw wrong(locale, "usage.missing", "--store", "h2:DIR|jdbc:postgresql:…");
        }
        if (!Stores.isStore(store)) {
            throw wrong(locale, "wrong.store");
        }
        return new Records.Settings(
                store,
                positive(locale, "--connections", connections),
                synced,
                auditKeyFile == null ? null : auditKey(locale, auditKeyFile),
                signersFolder == null ? null : signers(locale, signersFolder),
                origins(locale),
                limits(locale),
                versions(locale));
    }

    private ParameterException wrong(Locale locale, String key, Object... arguments) {
        return new ParameterException(spec.commandLine(), Texts.of(locale, key, arguments));
    }

    private AuditKey auditKey(Locale locale, Path file) throws IOException {
        try {
            return AuditKey.read(file);
        } catch (IllegalArgumentException e) {
            throw wrong(locale, "wrong.auditKey", file);
        }
    }

    private TrustAnchors signers(Locale locale, Path folder) throws IOException {
        try {
            TrustAnchors anchors = TrustAnchors.fromFolder(folder);
            if (anchors.certificates().isEmpty()) {
                throw wrong(locale, "wrong.signers", folder);
            }
            return anchors;
        } catch (CertificateException e) {
            throw wrong(locale, "wrong.signers", folder);
        }
    }

    private int positive(Locale locale, String option, int value) {
        if (value < 1) {
            throw wrong(locale, "wrong.positive", option);
        }
        return value;
    }

    private EngineLimits limits(Locale locale) {
        return EngineLimits.defaults()
                .withStatementBytes(mebibytes(locale, "--max-statements", maxStatements))
                .withAttachmentBytes(
                        mebibytes(locale, "--max-attachment", maxAttachment),
                        mebibytes(locale, "--max-request", maxRequest))
                .withDocumentBytes(mebibytes(locale, "--max-document", maxDocument))
                .withStatementsPerPage(positive(locale, "--page", page))
                .withRequestsPerSecond(rate == 0 ? 0 : positive(locale, "--rate", rate));
    }

    private int mebibytes(Locale locale, String option, int value) {
        if (value < 1 || value > 2000) {
            throw wrong(locale, "wrong.mebibytes", option);
        }
        return value << 20;
    }

    private TrustedProxies proxies(Locale locale) {
        try {
            return TrustedProxies.at(proxies);
        } catch (IllegalArgumentException e) {
            throw wrong(locale, "wrong.proxy", String.valueOf(e.getMessage()));
        }
    }

    private Set<XapiVersion> versions(Locale locale) {
        Set<XapiVersion> spoken = EnumSet.noneOf(XapiVersion.class);
        for (String version : versions) {
            spoken.add(XapiVersion.ofHeader(version).orElseThrow(() -> wrong(locale, "wrong.xapi", version)));
        }
        return spoken.isEmpty() ? EnumSet.allOf(XapiVersion.class) : spoken;
    }

    private List<String> origins(Locale locale) {
        for (String origin : origins) {
            if (!origin.matches("https?://[^/*\\s]+")) {
                throw wrong(locale, "wrong.origin", origin);
            }
        }
        return origins;
    }

    private Clients clients(Locale locale) throws IOException {
        Clients all = new Clients(homePage);
        for (String client : clients) {
            int colon = client.indexOf(':');
            if (colon < 1 || colon == client.length() - 1) {
                throw wrong(locale, "wrong.client");
            }
            String name = client.substring(0, colon);
            checkNew(locale, all, name);
            all.add(name, client.substring(colon + 1), scopes(locale, scopes.getOrDefault(name, Scope.ALL.text())));
        }
        if (clientsFile != null) {
            readClients(locale, clientsFile, all);
        }
        for (String name : scopes.keySet()) {
            if (!all.has(name)) {
                throw wrong(locale, "wrong.scopeOf", name);
            }
        }
        return all;
    }

    private void readClients(Locale locale, Path file, Clients all) throws IOException {
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            String[] words = line.strip().split("\\s+");
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (words.length != 3) {
                throw wrong(locale, "wrong.clientLine", file, number);
            }
            checkNew(locale, all, words[0]);
            SecretHash hash;
            try {
                hash = SecretHash.parse(words[1]);
            } catch (IllegalArgumentException e) {
                throw wrong(locale, "wrong.clientLine", file, number);
            }
            all.add(words[0], hash, scopes(locale, scopes.getOrDefault(words[0], words[2])));
        }
    }

    private void checkNew(Locale locale, Clients all, String name) {
        if (all.has(name)) {
            throw wrong(locale, "wrong.clientTwice", name);
        }
    }

    private Set<Scope> scopes(Locale locale, String names) {
        Set<Scope> found = EnumSet.noneOf(Scope.class);
        for (String name : names.split(",")) {
            found.add(Scope.of(name.strip()).orElseThrow(() -> wrong(locale, "wrong.scope", name, Scopes.all())));
        }
        return found;
    }
}
