/** Digital education resources: what describes them, what their packages hold, and whether both are as they must be. */
module io.xuemeng.resource {
    requires transitive io.xuemeng.core;
    requires jakarta.xml.bind;
    requires static org.jspecify;

    exports io.xuemeng.resource.content;
    exports io.xuemeng.resource.document;
    exports io.xuemeng.resource.json;
    exports io.xuemeng.resource.manifest;
    exports io.xuemeng.resource.metadata;
    exports io.xuemeng.resource.national;
    exports io.xuemeng.resource.packaging;
    exports io.xuemeng.resource.profile;
    exports io.xuemeng.resource.requirement;
    exports io.xuemeng.resource.signature;
    exports io.xuemeng.resource.vocabulary;
    exports io.xuemeng.resource.xml;
    exports io.xuemeng.resource;

    // A validation provider reads the constrained fields of the records.
    opens io.xuemeng.resource.metadata;

    // JAXB reads the annotations and sets the fields of the bound classes.
    opens io.xuemeng.resource.xml.jaxb to
            jakarta.xml.bind;
}
