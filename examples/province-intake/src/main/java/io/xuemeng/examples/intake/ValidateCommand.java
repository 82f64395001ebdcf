package io.xuemeng.examples.intake;

import io.xuemeng.core.requirement.SdkVersion;
import io.xuemeng.core.requirement.Verdict;
import io.xuemeng.examples.intake.report.End;
import io.xuemeng.examples.intake.report.ReportWriter;
import io.xuemeng.examples.intake.report.Run;
import io.xuemeng.examples.intake.report.Tally;
import io.xuemeng.examples.intake.report.TerminalReport;
import io.xuemeng.examples.intake.report.Texts;
import io.xuemeng.resource.packaging.PackageValidator;
import io.xuemeng.resource.profile.InvalidProfileException;
import io.xuemeng.resource.profile.MetadataProfile;
import java.io.IOException;
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
import picocli.CommandLine.Mixin;
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

    /** The validator stops by itself at the time limit; this much after the interrupt a disk that hangs is given up. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    private static final int MAX_THREADS = 1024;
    private static final int MAX_SECONDS = 1_000_000;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--profile", paramLabel = "NAME|FILE", defaultValue = "alliance", descriptionKey = "profile")
    @SuppressWarnings("NullAway.Init")
    private String profileName;

    @Mixin
    private final Language language = new Language();

    @Option(names = "--trust", paramLabel = "DIR", descriptionKey = "trust")
    private @Nullable Path trust;

    @Option(names = "--report", paramLabel = "FILE", descriptionKey = "report")
    private List<Path> reportFiles = new ArrayList<>();

    @Option(names = "--threads", paramLabel = "N", descriptionKey = "threads")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--time-limit", paramLabel = "SECONDS", defaultValue = "600", descriptionKey = "time-limit")
    private int timeLimitSeconds;

    @Parameters(paramLabel = "PATH", arity = "1..*", descriptionKey = "path")
    private List<Path> paths = new ArrayList<>();

    @Override
    @SuppressWarnings("try") // the resource is there to be closed
    public Integer call() throws IOException {
        Locale locale = language.locale();
        checkNumbers(locale);
        MetadataProfile profile = profile(locale);
        for (Path file : reportFiles) {
            if (!ReportWriter.isKnown(file)) {
                throw usage(Texts.of(locale, "unknown.report", file, String.join(", ", ReportWriter.ENDINGS)));
            }
        }
        PackageValidator validator =
                PackageValidator.forProfile(profile).withTimeLimit(Duration.ofSeconds(timeLimitSeconds));
        if (trust != null) {
            validator = validator.withTrust(TrustFolder.read(trust, spec.commandLine(), locale));
        }
        Run run = new Run(
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                profile.reference(),
                SdkVersion.current(),
                validator.catalogue().version(),
                locale);
        try (Interruption interruption = Interruption.ofThisThread();
                Reports reports = Reports.open(
                        reportFiles, run, new TerminalReport(spec.commandLine().getOut(), locale))) {
            return finished(validate(validator, reports, locale), reports, locale);
        } catch (Reports.NotOpenedException e) {
            complain(e.failure(), locale);
            return Intake.NOT_FINISHED;
        }
    }

    private int finished(Session session, Reports reports, Locale locale) {
        reports.failure().ifPresent(failure -> complain(failure, locale));
        Tally tally = session.tally;
        if (tally.total() == 0 && !session.interrupted) {
            complain(Texts.of(locale, "nothing", paths));
            return Intake.NOT_FINISHED;
        }
        if (session.interrupted || tally.unfinished() > 0 || reports.failure().isPresent()) {
            return Intake.NOT_FINISHED;
        }
        return tally.count(Verdict.ACCEPTED) == tally.total() ? Intake.ACCEPTED : Intake.NOT_ACCEPTED;
    }

    @SuppressWarnings("try") // the count is there to be closed
    private Session validate(PackageValidator validator, Reports reports, Locale locale) {
        long start = System.nanoTime();
        Session session = new Session();
        try (Progress progress = Progress.start(spec.commandLine().getErr(), locale);
                Count count = progress.isShown()
                        ? Count.start(new ArrayList<>(paths), reports::isOwn, progress::total)
                        : Count.none();
                Batch batch = new Batch(
                        new FileJudge(validator),
                        validator.profile().reference(),
                        validator.catalogue(),
                        threads,
                        new Batch.Patience(Duration.ofSeconds(timeLimitSeconds), GRACE),
                        outcome -> {
                            session.tally.add(outcome);
                            progress.step(() -> reports.write(outcome));
                        })) {
            new Inputs(reports::isOwn, session.submittingTo(batch)).walk(paths);
            batch.await();
        } catch (InterruptedException e) {
            session.interrupted = true;
        }
        if (session.links > 0) {
            complain(Texts.of(locale, "links", session.links, session.firstLink));
        }
        if (session.skipped > 0) {
            complain(Texts.of(locale, "skipped", session.skipped, session.firstSkipped));
        }
        reports.finish(new End(session.tally, Duration.ofNanos(System.nanoTime() - start), session.interrupted));
        return session;
    }

    private void complain(String sentence) {
        spec.commandLine().getErr().println(sentence);
    }

    private void complain(Reports.Failure failure, Locale locale) {
        String cause = Causes.of(failure.cause(), locale);
        complain(
                failure.file() == null
                        ? Texts.of(locale, "failed.output")
                        : Texts.of(locale, "failed.report", failure.file(), cause));
    }

    private void checkNumbers(Locale locale) {
        if (threads < 1 || threads > MAX_THREADS) {
            throw usage(Texts.of(locale, "wrong.number", "--threads", 1, MAX_THREADS, threads));
        }
        if (timeLimitSeconds < 1 || timeLimitSeconds > MAX_SECONDS) {
            throw usage(Texts.of(locale, "wrong.number", "--time-limit", 1, MAX_SECONDS, timeLimitSeconds));
        }
        if (paths.contains(Path.of(""))) {
            throw usage(Texts.of(locale, "empty.path"));
        }
    }

    private MetadataProfile profile(Locale locale) {
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
            throw usage(e.message(locale));
        } catch (IOException e) {
            throw usage(Texts.of(locale, "failed.profile", file, Causes.of(e, locale)));
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** What one run counts. */
    private static final class Session {
        private final Tally tally = new Tally();
        private boolean interrupted;
        private long skipped;
        private String firstSkipped = "";
        private long links;
        private String firstLink = "";

        Inputs.Visitor submittingTo(Batch batch) {
            return new Inputs.Visitor() {
                @Override
                public void input(Path file) throws InterruptedException {
                    batch.submit(file);
                }

                @Override
                public void skipped(Path file) {
                    if (skipped++ == 0) {
                        firstSkipped = FileNames.shown(file);
                    }
                }

                @Override
                public void link(Path link) {
                    if (links++ == 0) {
                        firstLink = FileNames.shown(link);
                    }
                }
            };
        }
    }
}
