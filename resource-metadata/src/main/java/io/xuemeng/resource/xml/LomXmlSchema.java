package io.xuemeng.resource.xml;

import java.net.URL;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/**
 * The W3C schema of the canonical XML form, for those who write records without this library. It says which elements stand
 * where, not which values are right, and it knows the canonical form only; the library's own reader and validation do not use it.
 * Its files are {@value #LOM_FILE} and {@value #XUEMENG_FILE}, in the jar beside this class and in the project's documentation.
 * Thread-safe.
 */
public final class LomXmlSchema {

    /** The file of the schema for {@link LomNamespaces#LOM}, which imports the other. */
    public static final String LOM_FILE = "xuemeng-lom-1.0.xsd";

    /** The file of the schema for {@link LomNamespaces#XUEMENG}. */
    public static final String XUEMENG_FILE = "xuemeng-metadata-1.0.xsd";

    private static final class Holder {
        private static final Schema SCHEMA = load();
    }

    private LomXmlSchema() {}

    /** The schema, ready for validation; made when first asked for. A document's own schema locations are not followed. */
    public static Schema schema() {
        return Holder.SCHEMA;
    }

    private static Schema load() {
        URL file = LomXmlSchema.class.getResource(LOM_FILE);
        if (file == null) {
            throw new IllegalStateException("the schema " + LOM_FILE + " is missing from its artifact");
        }
        SchemaFactory factory = SchemaFactory.newDefaultInstance();
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            // What is compiled here is this library's own; its one import stands beside it, wherever the class path has
            // it.
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "all");
            return factory.newSchema(new StreamSource(file.toString()));
        } catch (SAXException e) {
            throw new IllegalStateException("the schema " + file + " could not be read; the artifact is damaged", e);
        }
    }
}
