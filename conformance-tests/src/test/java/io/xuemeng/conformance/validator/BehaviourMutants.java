package io.xuemeng.conformance.validator;

import io.xuemeng.conformance.mutant.Archive;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.xml.sax.SAXException;

/** Validators whose judgement is right and whose behaviour is not. */
final class BehaviourMutants {

    private BehaviourMutants() {}

    static List<ValidatorMutant> all() {
        return List.of(
                new ValidatorMutant("lets pass what it cannot open", right -> request -> {
                    boolean opened = Archive.of(Files.readAllBytes(request.file()))
                            .filter(archive -> archive.records() > 0)
                            .isPresent();
                    return opened ? right.judge(request) : new Judgement(true, List.of());
                }),
                new ValidatorMutant("lets pass what breaks while it inflates", right -> request -> {
                    try {
                        Archive.listed(Files.readAllBytes(request.file()));
                        return right.judge(request);
                    } catch (IOException | IllegalArgumentException e) {
                        return new Judgement(true, List.of());
                    }
                }),
                new ValidatorMutant("lets the package after a refused one pass", right -> {
                    AtomicBoolean refused = new AtomicBoolean();
                    return request -> {
                        Judgement judgement = right.judge(request);
                        Judgement given = refused.get() ? new Judgement(true, judgement.reasons()) : judgement;
                        refused.set(!given.accepted());
                        return given;
                    };
                }),
                new ValidatorMutant("notes in the archive's comment that it was here", right -> request -> {
                    Judgement judgement = right.judge(request);
                    // Inputs that all mutants share are put back, so that only the kit's own look at the file can tell.
                    if (!request.file().getFileName().toString().matches("[0-9a-f]{24}\\.zip")) {
                        byte[] bytes = Files.readAllBytes(request.file());
                        byte[] noted = Arrays.copyOf(bytes, bytes.length + 2);
                        noted[bytes.length] = 'O';
                        noted[bytes.length + 1] = 'K';
                        noted[bytes.length - 2] = 2;
                        Files.write(request.file(), noted);
                    }
                    return judgement;
                }),
                new ValidatorMutant("reads the manifest with a parser as the platform gives it", right -> request -> {
                    byte[] bytes = Files.readAllBytes(request.file());
                    Archive.files(bytes, StandardCharsets.UTF_8)
                            .map(files -> files.get("imsmanifest.xml"))
                            .ifPresent(BehaviourMutants::parse);
                    return right.judge(request);
                }));
    }

    private static void parse(byte[] manifest) {
        if (!new String(manifest, StandardCharsets.UTF_8).contains("http://127.0.0.1")) {
            return; // what lies elsewhere is not for a test to fetch
        }
        try {
            DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            builder.setErrorHandler(null);
            builder.parse(new ByteArrayInputStream(manifest));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            assert e != null; // it wanted to read it, and that is all that counts
        }
    }
}
