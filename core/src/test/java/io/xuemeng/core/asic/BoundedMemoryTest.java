package io.xuemeng.core.asic;

import static org.assertj.core.api.Assertions.assertThat;

import com.ctc.wstx.stax.WstxInputFactory;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.tsp.TimeStampResponse;
import org.codehaus.stax2.XMLStreamReader2;
import org.junit.jupiter.api.Test;

class BoundedMemoryTest {

    /** Four gigabytes and a little more, so that offsets need zip64. */
    @Test
    void signsAndVerifiesAPackageOf4GibInAHeapOf64Mib() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(List.of(
                        java, "-Xmx64m", "-Dfile.encoding=UTF-8", "-cp", classPath(), SmallHeap.class.getName()))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        assertThat(output.strip()).isEqualTo("VALID 2 [] [mimetype, page.html, video-0.mp4, video-1.mp4]");
    }

    private static String classPath() throws URISyntaxException {
        StringJoiner path = new StringJoiner(File.pathSeparator);
        for (Class<?> type : List.of(
                ContainerSigner.class,
                SmallHeap.class,
                BouncyCastleProvider.class,
                SignedData.class,
                TimeStampResponse.class,
                WstxInputFactory.class,
                XMLStreamReader2.class)) {
            path.add(Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString());
        }
        return path.toString();
    }
}
