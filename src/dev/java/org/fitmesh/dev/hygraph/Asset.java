package org.fitmesh.dev.hygraph;

/** An uploaded picture. */
record Asset(String id, String handle, String fileName, String mimeType, int width, int height) {

    /** Where Hygraph's delivery network would serve it. */
    public String url() {
        return "https://media.graphassets.com/" + handle;
    }
}
