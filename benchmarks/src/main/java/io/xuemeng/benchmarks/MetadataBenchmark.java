package io.xuemeng.benchmarks;

import com.ctc.wstx.stax.WstxInputFactory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.xuemeng.core.input.Limits;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingCollector;
import io.xuemeng.resource.MetadataReader;
import io.xuemeng.resource.MetadataValidator;
import io.xuemeng.resource.document.MetadataDocument;
import io.xuemeng.resource.json.MetadataJsonReader;
import io.xuemeng.resource.profile.MetadataProfile;
import io.xuemeng.resource.xml.LomXmlSchema;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Unmarshaller;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.xml.sax.SAXException;

/** Reading and validating one metadata record: a LOM file of 9.9 KB, and a record in our JSON form of 8.1 KB. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class MetadataBenchmark {

    private static final Class<?> BINDING = binding();

    private final byte[] lom = Resources.read("lom.xml");
    private final byte[] json = Resources.read("metadata.json");
    private final MetadataValidator validator = MetadataValidator.forProfile(MetadataProfile.lom());
    private final XMLInputFactory woodstox = woodstox();
    private final ObjectMapper mapper = new ObjectMapper();

    private final JAXBContext jaxb = jaxb();
    private final Schema values = schema();

    private static Class<?> binding() {
        try {
            return Class.forName("io.xuemeng.resource.xml.jaxb.ResourceMetadataBinding");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("the binding's root class has another name now", e);
        }
    }

    private static JAXBContext jaxb() {
        try {
            return JAXBContext.newInstance(BINDING);
        } catch (JAXBException e) {
            throw new IllegalStateException("the binding classes are no longer such", e);
        }
    }

    private static Schema schema() {
        try {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(MetadataBenchmark.class.getResource("lom-values.xsd"));
        } catch (SAXException e) {
            throw new IllegalStateException("the benchmarks' schema is broken", e);
        }
    }

    private static XMLInputFactory woodstox() {
        XMLInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** Both files must be good ones: a record full of findings would measure something else. */
    @Setup
    public void check() {
        for (List<Finding> findings : List.of(oursLom(), oursJson())) {
            if (!findings.isEmpty()) {
                throw new IllegalStateException("the benchmarks' records are no longer good: " + findings);
            }
        }
        String good = new String(lom, StandardCharsets.UTF_8);
        checkRefused(good.replaceFirst("<value>final</value>", "<value>finished</value>"));
        checkRefused(good.replaceFirst("<dateTime>2026-03-02</dateTime>", "<dateTime>2.3.2026</dateTime>"));
        checkRefused(good.replaceFirst("(?s)(<status>.*?</status>)", "$1$1"));
    }

    /** The peer must see what the profile sees, or it would do less. */
    private void checkRefused(String record) {
        FindingCollector findings = new FindingCollector();
        byte[] bytes = record.getBytes(StandardCharsets.UTF_8);
        judged(MetadataReader.read(bytes, null, Limits.defaults(), findings), findings);
        if (findings.findings().isEmpty()) {
            throw new IllegalStateException("the profile takes a record that is wrong");
        }
        try {
            unmarshal(values, bytes);
        } catch (JAXBException e) {
            return;
        }
        throw new IllegalStateException("the peer's schema takes a record that is wrong");
    }

    /** Reads the LOM file and judges it by the LOM's profile. */
    @Benchmark
    public List<Finding> oursLom() {
        FindingCollector findings = new FindingCollector();
        MetadataDocument document = MetadataReader.read(lom, null, Limits.defaults(), findings);
        return judged(document, findings);
    }

    /** Reads the JSON file and judges it by the LOM's profile. */
    @Benchmark
    public List<Finding> oursJson() {
        FindingCollector findings = new FindingCollector();
        MetadataDocument document = MetadataJsonReader.read(json, null, Limits.defaults(), findings);
        return judged(document, findings);
    }

    /** Reads the JSON file only. */
    @Benchmark
    public @Nullable Object oursReadJson() {
        return MetadataJsonReader.read(json, null, Limits.defaults(), new FindingCollector());
    }

    /** Reads the LOM file only. */
    @Benchmark
    public @Nullable Object oursReadLom() {
        return MetadataReader.read(lom, null, Limits.defaults(), new FindingCollector());
    }

    private List<Finding> judged(@Nullable MetadataDocument document, FindingCollector findings) {
        if (document == null) {
            throw new IllegalStateException("the record could not be read: " + findings.findings());
        }
        validator.validate(document, findings);
        return findings.findings();
    }

    /** Woodstox walks every event of the LOM file. */
    @Benchmark
    public int floorLom() throws XMLStreamException {
        XMLStreamReader reader = woodstox.createXMLStreamReader(new ByteArrayInputStream(lom));
        int events = 0;
        while (reader.hasNext()) {
            events += reader.next();
        }
        reader.close();
        return events;
    }

    /**
     * The usual way to read and judge: JAXB with a schema set, so that one pass binds and validates. The schema asks of values
     * what the profile asks, as far as a schema can: vocabularies, dates, durations, language tags, counts, lengths.
     */
    @Benchmark
    public Object peerLom() throws JAXBException {
        return unmarshal(values, lom);
    }

    /** The usual way to read: JAXB with this library's own schema, which asks for the form of a record and nothing of its values. */
    @Benchmark
    public Object peerReadLom() throws JAXBException {
        return unmarshal(LomXmlSchema.schema(), lom);
    }

    private Object unmarshal(Schema schema, byte[] record) throws JAXBException {
        Unmarshaller unmarshaller = jaxb.createUnmarshaller();
        unmarshaller.setSchema(schema);
        return unmarshaller
                .unmarshal(new StreamSource(new ByteArrayInputStream(record)), BINDING)
                .getValue();
    }

    /** Jackson makes a tree of the JSON file. */
    @Benchmark
    public JsonNode floorJson() throws IOException {
        return mapper.readTree(json);
    }
}
