/** Where the API is. */
export const API = '/api/v1';
