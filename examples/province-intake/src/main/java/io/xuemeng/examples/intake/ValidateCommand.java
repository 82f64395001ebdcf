package io.xuemeng.examples.intake;

import io.xuemeng.core.requirement.SdkVersion;
import io.xuemeng.core.requirement.Verdict;
import io.xuemeng.examples.intake.report.ReportWriter;
import io.xuemeng.examples.intake.report.Run;
import io.xuemeng.examples.intake.report.Tally;
import io.xuemeng.examples.intake.report.TerminalReport;
import io.xuemeng.examples.intake.report.Texts;
import io.xuemeng.resource.packaging.PackageValidator;
import io.xuemeng.resource.profile.InvalidProfileException;
import io.xuemeng.resource.profile.MetadataProfile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code xuemeng-intake validate}: which packages are acceptable, and exactly what is wrong with the others. */
@Command(name = "validate", mixinStandardHelpOptions = true, versionProvider = IntakeVersion.class)
final class ValidateCommand implements Callable<Integer> {

    private static final Map<String, Supplier<MetadataProfile>> PROFILES = new TreeMap<>(Map.of(
            "alliance", MetadataProfile::alliance,
            "content-object", MetadataProfile::contentObject,
            "lom", MetadataProfile::lom,
            "textbook", MetadataProfile::textbook));

    /** What the platform puts into a file's name for bytes that its locale cannot decode. */
    private static final char UNDECODED = '\uFFFD';

    /** The validator stops by itself at the time limit; this much later a disk that hangs is given up. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--profile", paramLabel = "NAME|FILE", defaultValue = "alliance", descriptionKey = "profile")
    @SuppressWarnings("NullAway.Init")
    private String profileName;

    @Option(names = "--lang", paramLabel = "zh-CN|en", descriptionKey = "lang")
    private @Nullable String language;

    @Option(names = "--report", paramLabel = "FILE", descriptionKey = "report")
    private List<Path> reportFiles = new ArrayList<>();

    @Option(names = "--threads", paramLabel = "N", descriptionKey = "threads")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--time-limit", paramLabel = "SECONDS", defaultValue = "600", descriptionKey = "time-limit")
    private int timeLimitSeconds;

    @Parameters(paramLabel = "PATH", arity = "1..*", descriptionKey = "path")
    private List<Path> paths = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Locale locale = locale();
        checkNumbers();
        MetadataProfile profile = profile(locale);
        for (Path file : reportFiles) {
            if (!ReportWriter.isKnown(file)) {
                throw usage(Texts.of(locale, "unknown.report", file, String.join(", ", ReportWriter.ENDINGS)));
            }
        }
        PackageValidator validator =
                PackageValidator.forProfile(profile).withTimeLimit(Duration.ofSeconds(timeLimitSeconds));
        Run run = new Run(
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                profile.reference(),
                SdkVersion.current(),
                validator.catalogue().version(),
                locale);
        PrintWriter complaints = spec.commandLine().getErr();
        try (Reports reports = Reports.open(
                reportFiles, run, new TerminalReport(spec.commandLine().getOut(), locale))) {
            Session session = validate(validator, reports, locale);
            reports.failure()
                    .ifPresent(failure ->
                            complaints.println(Texts.of(locale, "failed.report", failure.file(), failure.cause())));
            if (session.tally.total() == 0) {
                complaints.println(Texts.of(locale, "nothing", paths));
                return Intake.NOT_FINISHED;
            }
            return exitCode(session.tally, reports.failure().isPresent());
        }
    }

    private static int exitCode(Tally tally, boolean reportFailed) {
        if (tally.unfinished() > 0 || reportFailed) {
            return Intake.NOT_FINISHED;
        }
        return tally.count(Verdict.ACCEPTED) == tally.total() ? Intake.ACCEPTED : Intake.NOT_ACCEPTED;
    }

    private Session validate(PackageValidator validator, Reports reports, Locale locale)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        Session session = new Session();
        try (Progress progress = Progress.start(Texts.of(locale, "progress"));
                Batch batch = new Batch(
                        validator::validate,
                        validator.profile().reference(),
                        validator.catalogue(),
                        threads,
                        Duration.ofSeconds(timeLimitSeconds).plus(GRACE),
                        outcome -> {
                            session.tally.add(outcome);
                            progress.step(() -> reports.write(outcome));
                        })) {
            new Inputs(reportFiles, new Inputs.Visitor() {
                        @Override
                        public void input(Path file) throws InterruptedException {
                            session.input(file);
                            progress.more();
                            batch.submit(file);
                        }

                        @Override
                        public void skipped(Path file) {
                            session.skipped(file);
                        }
                    })
                    .walk(paths);
            batch.await();
        }
        if (session.undecodedName != null) {
            spec.commandLine().getErr().println(Texts.of(locale, "undecoded", session.undecodedName));
        }
        if (session.skipped > 0) {
            spec.commandLine()
                    .getErr()
                    .println(Texts.of(locale, "skipped", session.skipped, String.valueOf(session.firstSkipped)));
        }
        reports.finish(session.tally, Duration.ofNanos(System.nanoTime() - start));
        return session;
    }

    private Locale locale() {
        String tag = language == null ? Locale.getDefault().toLanguageTag() : language;
        Locale wanted = Locale.forLanguageTag(tag);
        if (wanted.getLanguage().equals("zh")) {
            return Locale.SIMPLIFIED_CHINESE;
        }
        if (language != null && !wanted.getLanguage().equals("en")) {
            throw usage(Texts.of(Locale.ENGLISH, "unknown.lang", language));
        }
        return Locale.ENGLISH;
    }

    private void checkNumbers() {
        if (threads < 1 || threads > 1024) {
            throw usage("--threads: 1 … 1024, not " + threads);
        }
        if (timeLimitSeconds < 1) {
            throw usage("--time-limit: 1 …, not " + timeLimitSeconds);
        }
    }

    private MetadataProfile profile(Locale locale) throws IOException {
        Supplier<MetadataProfile> known = PROFILES.get(profileName);
        if (known != null) {
            return known.get();
        }
        Path file = Path.of(profileName);
        if (!Files.exists(file)) {
            throw usage(Texts.of(locale, "unknown.profile", profileName, String.join(", ", PROFILES.keySet())));
        }
        try {
            return MetadataProfile.read(file);
        } catch (InvalidProfileException e) {
            throw usage(Texts.of(locale, "failed.profile", file, e.message(locale)));
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** What one run counts. */
    private static final class Session {
        private final Tally tally = new Tally();
        private long skipped;
        private @Nullable Path firstSkipped;
        private @Nullable Path undecodedName;

        void input(Path file) {
            if (undecodedName == null && file.toString().indexOf(UNDECODED) >= 0) {
                undecodedName = file;
            }
        }

        void skipped(Path file) {
            if (skipped++ == 0) {
                firstSkipped = file;
            }
        }
    }
}
