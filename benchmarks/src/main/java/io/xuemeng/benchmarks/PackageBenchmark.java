package io.xuemeng.benchmarks;

import com.ctc.wstx.stax.WstxInputFactory;
import io.xuemeng.core.requirement.Report;
import io.xuemeng.core.requirement.Verdict;
import io.xuemeng.resource.packaging.PackageValidator;
import io.xuemeng.resource.profile.MetadataProfile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Enumeration;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Validating a whole package. The floor does what no validator can leave out, with the JDK alone and nothing checked. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(3)
public class PackageBenchmark {

    private static final int BUFFER = 64 * 1024;

    /** Where the packages are. */
    @State(Scope.Benchmark)
    public abstract static class Input {

        private final PackageValidator validator = PackageValidator.forProfile(MetadataProfile.lom());
        private final XMLInputFactory woodstox = woodstox();
        private Path folder = Path.of("");
        private Path file = Path.of("");

        /** Writes the package, and makes sure that it is a good one: findings would measure something else. */
        @Setup(Level.Trial)
        public void write() throws IOException {
            folder = Files.createTempDirectory("xuemeng-benchmark");
            file = folder.resolve("package.zip");
            write(file);
            Report report = validator.validate(file);
            if (report.verdict() != Verdict.ACCEPTED) {
                throw new IllegalStateException("the benchmark's package is no good one: " + report.findings());
            }
        }

        abstract void write(Path target) throws IOException;

        /** Deletes the package. */
        @TearDown(Level.Trial)
        public void delete() throws IOException {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }

        private static XMLInputFactory woodstox() {
            XMLInputFactory factory = new WstxInputFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            return factory;
        }

        Report validated() throws IOException {
            return validator.validate(file);
        }

        /** SHA-256 of the file, every entry inflated with its CRC, the manifest walked. */
        void drain(Blackhole hole) throws IOException, XMLStreamException, NoSuchAlgorithmException {
            byte[] buffer = new byte[BUFFER];
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = Files.newInputStream(file)) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    digest.update(buffer, 0, read);
                }
            }
            hole.consume(digest.digest());
            try (ZipFile zip = new ZipFile(file.toFile())) {
                Enumeration<? extends ZipEntry> entries = zip.entries();
                while (entries.hasMoreElements()) {
                    ZipEntry entry = entries.nextElement();
                    CRC32 crc = new CRC32();
                    try (InputStream in = zip.getInputStream(entry)) {
                        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                            crc.update(buffer, 0, read);
                        }
                    }
                    hole.consume(crc.getValue());
                }
                walk(zip, hole);
            }
        }

        long onePass() throws IOException, NoSuchAlgorithmException {
            return OnePassFloor.read(file);
        }

        private void walk(ZipFile zip, Blackhole hole) throws IOException, XMLStreamException {
            byte[] manifest;
            try (InputStream in = zip.getInputStream(zip.getEntry("imsmanifest.xml"))) {
                manifest = in.readAllBytes();
            }
            XMLStreamReader xml = woodstox.createXMLStreamReader(new ByteArrayInputStream(manifest));
            while (xml.hasNext()) {
                hole.consume(xml.next());
            }
            xml.close();
        }
    }

    /** 20 files, 200 KB. */
    public static class Small extends Input {
        @Override
        void write(Path target) throws IOException {
            PackageFiles.writeSmall(target);
        }
    }

    /** About 500 MB. */
    public static class Large extends Input {
        @Override
        void write(Path target) throws IOException {
            PackageFiles.writeLarge(target);
        }
    }

    /** Validates the package of 20 files. */
    @Benchmark
    @Warmup(iterations = 5, time = 2)
    @Measurement(iterations = 5, time = 2)
    public Report oursPackage20(Small input) throws IOException {
        return input.validated();
    }

    /** The least that can be done with it. */
    @Benchmark
    @Warmup(iterations = 5, time = 2)
    @Measurement(iterations = 5, time = 2)
    public void floorPackage20(Small input, Blackhole hole)
            throws IOException, XMLStreamException, NoSuchAlgorithmException {
        input.drain(hole);
    }

    /** Validates the package of 500 MB. */
    @Benchmark
    @Warmup(iterations = 1, time = 10)
    @Measurement(iterations = 3, time = 10)
    public Report ours500m(Large input) throws IOException {
        return input.validated();
    }

    /** The least that can be done with it: one pass that reads, hashes and inflates each byte once. */
    @Benchmark
    @Warmup(iterations = 1, time = 10)
    @Measurement(iterations = 3, time = 10)
    public long floor500m(Large input) throws IOException, NoSuchAlgorithmException {
        return input.onePass();
    }
}
