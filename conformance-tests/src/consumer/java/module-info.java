/** A vendor's application, on the module path. */
module vendor {
    requires io.xuemeng.resource;

    // A validation provider reads the components of records.
    opens vendor to
            org.hibernate.validator;
}
